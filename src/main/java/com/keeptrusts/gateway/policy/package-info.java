/** The policy stage: looks at what a model would read, and flags or refuses it. */
@NullMarked
package com.keeptrusts.gateway.policy;

import org.jspecify.annotations.NullMarked;
