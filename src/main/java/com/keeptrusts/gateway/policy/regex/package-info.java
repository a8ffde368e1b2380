/** Patterns of one's own, matched in linear time and within a bounded length. */
@NullMarked
package com.keeptrusts.gateway.policy.regex;

import org.jspecify.annotations.NullMarked;
