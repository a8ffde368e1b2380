/** Quotas: exact windows per group, one atomic admission over all of them, one settlement. */
@NullMarked
package com.keeptrusts.gateway.quota;

import org.jspecify.annotations.NullMarked;
