package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.RateLimits;
import com.keeptrusts.gateway.exchange.RateLimits.Burst;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@code rate_limits} and {@code rate_limit_defaults}. */
final class LimitsReader {
  /** So large that sums of it never overflow. */
  private static final long LARGEST = 1_000_000_000_000_000L;

  private static final long LARGEST_BURST = 1_000_000_000L;

  private LimitsReader() {}

  /** The limits that are set. */
  static RateLimits read(Section section) {
    return new RateLimits(
        limit(section, "requests_per_minute", LARGEST),
        limit(section, "tokens_per_minute", LARGEST),
        limit(section, "tokens_per_day", LARGEST),
        limit(section, "max_concurrent_requests", LARGEST),
        burst(section));
  }

  /** A group's limits, with the defaults for what it leaves out. */
  static RateLimits filled(RateLimits own, RateLimits defaults) {
    return new RateLimits(
        first(own.requestsPerMinute(), defaults.requestsPerMinute()),
        first(own.tokensPerMinute(), defaults.tokensPerMinute()),
        first(own.tokensPerDay(), defaults.tokensPerDay()),
        first(own.maxConcurrentRequests(), defaults.maxConcurrentRequests()),
        own.burst().isPresent() ? own.burst() : defaults.burst());
  }

  private static OptionalLong first(OptionalLong own, OptionalLong unset) {
    return own.isPresent() ? own : unset;
  }

  private static OptionalLong limit(Section section, String key, long largest) {
    Optional<Field> field = section.find(key);
    return field.isEmpty() ? OptionalLong.empty() : field.get().positive(largest);
  }

  private static Optional<Burst> burst(Section section) {
    Optional<Section> burst = section.section("burst", ConfigKeys.BURST);
    if (burst.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Burst(part(burst.get(), "requests_per_second"), part(burst.get(), "size")));
  }

  private static long part(Section burst, String key) {
    Optional<Field> field = burst.require(key);
    return field.isEmpty() ? 1 : field.get().positive(LARGEST_BURST).orElse(1);
  }
}
