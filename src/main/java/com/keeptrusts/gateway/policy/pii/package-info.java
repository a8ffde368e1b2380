/**
 * Finds personal data and secrets by the rules of those who issue them, not by their shape alone.
 */
@NullMarked
package com.keeptrusts.gateway.policy.pii;

import org.jspecify.annotations.NullMarked;
