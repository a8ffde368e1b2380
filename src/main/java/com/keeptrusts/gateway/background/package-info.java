/** Threads of our own, each with a name and an end. */
@NullMarked
package com.keeptrusts.gateway.background;

import org.jspecify.annotations.NullMarked;
