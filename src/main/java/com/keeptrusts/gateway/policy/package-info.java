/**
 * The policy stage: looks at what a model would read and at what it answers, and flags, redacts or
 * refuses it.
 */
@NullMarked
package com.keeptrusts.gateway.policy;

import org.jspecify.annotations.NullMarked;
