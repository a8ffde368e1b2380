package com.keeptrusts.gateway.apischema;

/**
 * What one event of a stream means to the gateway.
 *
 * @param usageOnly whether it says nothing but the usage, so that a client that did not ask for it
 *     need not see it
 * @param terminal whether the stream may properly end after it
 */
public record StreamEvent(boolean usageOnly, boolean terminal) {
  /** An event like most. */
  public static final StreamEvent ORDINARY = new StreamEvent(false, false);
}
