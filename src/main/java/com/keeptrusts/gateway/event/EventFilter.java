package com.keeptrusts.gateway.event;

import java.time.Instant;
import java.util.Optional;

/**
 * Which events to show; empty: all.
 *
 * @param policy a policy's name that flagged, redacted or blocked
 * @param result as in {@code blocked}
 * @param principal who it was, as the events say it
 */
public record EventFilter(
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<String> consumerGroup,
    Optional<String> policy,
    Optional<String> result,
    Optional<String> principal) {
  /** Every event. */
  public static final EventFilter ALL =
      new EventFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
