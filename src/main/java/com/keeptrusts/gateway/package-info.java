/** The parts of the gateway, wired by hand. */
@NullMarked
package com.keeptrusts.gateway;

import org.jspecify.annotations.NullMarked;
