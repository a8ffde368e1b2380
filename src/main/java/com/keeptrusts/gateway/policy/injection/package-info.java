/** Finds attempts to give a model other instructions than its owner did. */
@NullMarked
package com.keeptrusts.gateway.policy.injection;

import org.jspecify.annotations.NullMarked;
