/**
 * The seam between policies and what they look with: detectors, and how their settings and tables
 * are read.
 */
@NullMarked
package com.keeptrusts.gateway.policy.detect;

import org.jspecify.annotations.NullMarked;
