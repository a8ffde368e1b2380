package com.keeptrusts.gateway.quota;

import java.util.OptionalLong;

/**
 * Where a group stands at one moment.
 *
 * @param requestsPerMinute in the sliding window
 * @param tokensPerMinute in the sliding window, reservations included
 * @param tokensPerDay in the UTC day, reservations included
 * @param concurrent requests that have been admitted and not ended
 */
public record QuotaStanding(
    Window requestsPerMinute, Window tokensPerMinute, Window tokensPerDay, long concurrent) {

  /**
   * One window.
   *
   * @param limit empty: no limit
   * @param used over the limit where an answer was longer than reserved
   * @param resetMillis until the window is wholly free again, if nothing else happens
   */
  public record Window(OptionalLong limit, long used, long resetMillis) {
    /** What is left, never negative; empty where there is no limit. */
    public OptionalLong remaining() {
      return limit.isEmpty() ? limit : OptionalLong.of(Math.max(0, limit.getAsLong() - used));
    }
  }
}
