/** The WAR's entrance: a listener that a servlet container starts. */
@NullMarked
package com.keeptrusts.gateway.webapp;

import org.jspecify.annotations.NullMarked;
