package com.keeptrusts.gateway.http;

import jakarta.servlet.ServletRequest;
import java.time.Instant;

/**
 * That a request came, before it is known from whom.
 *
 * @param requestId answered as {@code x-request-id}
 * @param at the wall clock
 * @param nanos {@link System#nanoTime} at that moment
 */
public record Arrival(String requestId, Instant at, long nanos) {
  private static final String ATTRIBUTE = Arrival.class.getName();

  /**
   * The arrival of a request, behind the exchange filter.
   *
   * @throws IllegalStateException when the chain is in the wrong order
   */
  public static Arrival of(ServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Arrival arrival) {
      return arrival;
    }
    throw new IllegalStateException("no arrival yet");
  }

  static boolean isNoted(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) != null;
  }

  void note(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }
}
