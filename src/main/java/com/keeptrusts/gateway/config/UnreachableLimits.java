package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.RateLimits;
import com.keeptrusts.gateway.exchange.RateLimits.Burst;
import java.util.OptionalLong;

/** Limits that never take effect because another one is smaller. */
final class UnreachableLimits {
  private UnreachableLimits() {}

  /**
   * Warns of them.
   *
   * @param group the group that they belong to
   */
  static void warn(RateLimits limits, Section group) {
    Section place = new Section(group.mapping(), group.path() + ".rate_limits", group.problems());
    if (isOver(limits.tokensPerMinute(), limits.tokensPerDay())) {
      warn(place, "tokens_per_minute is never reached, since tokens_per_day is smaller");
    }
    if (limits.burst().isPresent()) {
      Burst burst = limits.burst().get();
      long minute = burst.size() + 60 * burst.requestsPerSecond();
      if (isOver(limits.requestsPerMinute(), OptionalLong.of(minute))) {
        warn(place, "requests_per_minute is never reached, since burst lets fewer through");
      }
    }
  }

  private static boolean isOver(OptionalLong limit, OptionalLong other) {
    return limit.isPresent() && other.isPresent() && limit.getAsLong() > other.getAsLong();
  }

  private static void warn(Section place, String message) {
    YamlValue at =
        place.mapping().find("rate_limits").isPresent()
            ? place.mapping().find("rate_limits").get().value()
            : place.mapping();
    place.problems().warn(at.position(), place.path(), message);
  }
}
