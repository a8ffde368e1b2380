package com.keeptrusts.gateway.quota;

import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.RateLimits;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What every group has used. The limits are not kept here: they come with each admission, so that a
 * reload changes them without touching the use. Safe from any thread.
 */
public interface QuotaStore {
  /**
   * Takes one request and its tokens from every window of the group, or nothing from any.
   *
   * @param at the wall clock's moment, whose UTC day is charged
   */
  Admission admit(
      String group, RateLimits limits, Endpoint endpoint, ModelRequest request, Instant at);

  /** Where the group stands against these limits; takes nothing. */
  QuotaStanding standing(String group, RateLimits limits);

  /** Adds to a UTC day's tokens what was used before a restart. */
  void restoreDay(String group, LocalDate day, long tokens);
}
