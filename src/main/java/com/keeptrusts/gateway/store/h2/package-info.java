/** The embedded database that is loaded from the journal, and in which events are found. */
@NullMarked
package com.keeptrusts.gateway.store.h2;

import org.jspecify.annotations.NullMarked;
