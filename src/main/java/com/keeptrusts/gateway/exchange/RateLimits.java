package com.keeptrusts.gateway.exchange;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a consumer group may use; an empty limit is no limit.
 *
 * @param requestsPerMinute in any 60 seconds
 * @param tokensPerMinute prompt and completion, in any 60 seconds
 * @param tokensPerDay prompt and completion, in one UTC calendar day
 * @param maxConcurrentRequests at one moment
 * @param burst a velocity on top of the windows
 */
public record RateLimits(
    OptionalLong requestsPerMinute,
    OptionalLong tokensPerMinute,
    OptionalLong tokensPerDay,
    OptionalLong maxConcurrentRequests,
    Optional<Burst> burst) {

  /** No limit in any dimension. */
  public static final RateLimits NONE =
      new RateLimits(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          Optional.empty());

  /**
   * A token bucket that smooths the rate.
   *
   * @param requestsPerSecond the refill
   * @param size the bucket: how many may come at once
   */
  public record Burst(long requestsPerSecond, long size) {}
}
