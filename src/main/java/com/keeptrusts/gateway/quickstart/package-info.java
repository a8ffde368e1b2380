/**
 * The mock provider that tests and the quickstart share: it behaves as the real service does, and
 * misbehaves when asked to.
 */
@NullMarked
package com.keeptrusts.gateway.quickstart;

import org.jspecify.annotations.NullMarked;
