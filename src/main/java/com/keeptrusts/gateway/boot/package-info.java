/** The executable's first class: nothing here needs anything but the JDK. */
@NullMarked
package com.keeptrusts.gateway.boot;

import org.jspecify.annotations.NullMarked;
