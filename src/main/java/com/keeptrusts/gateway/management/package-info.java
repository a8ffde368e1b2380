/** The gateway as an application server's console shows it: JMX, and nothing else does. */
@NullMarked
package com.keeptrusts.gateway.management;

import org.jspecify.annotations.NullMarked;
