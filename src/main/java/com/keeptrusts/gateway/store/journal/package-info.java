/** The append-only files in which every exchange stands before its answer's last byte leaves. */
@NullMarked
package com.keeptrusts.gateway.store.journal;

import org.jspecify.annotations.NullMarked;
