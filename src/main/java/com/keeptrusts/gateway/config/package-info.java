/** The configuration file: read, checked whole, frozen into a snapshot, swapped on reload. */
@NullMarked
package com.keeptrusts.gateway.config;

import org.jspecify.annotations.NullMarked;
