/** The standalone runner: embedded Jetty around the same chain that a servlet container runs. */
@NullMarked
package com.keeptrusts.gateway.server;

import org.jspecify.annotations.NullMarked;
