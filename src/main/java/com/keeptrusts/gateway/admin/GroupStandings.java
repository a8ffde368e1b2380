package com.keeptrusts.gateway.admin;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where the consumer groups stand against their limits. */
public interface GroupStandings {
  /** Every group, in the order of the file, as of now. */
  List<Standing> now();

  /** One group, as of now; empty for one that is not configured. */
  default Optional<Standing> of(String name) {
    return now().stream().filter(standing -> standing.name().equals(name)).findFirst();
  }

  /**
   * One group.
   *
   * @param limits absent: unlimited
   * @param used in the current windows
   * @param remaining absent where there is no limit
   * @param concurrent requests that run at this moment
   */
  record Standing(
      String name,
      boolean enabled,
      Amounts limits,
      Amounts used,
      Amounts remaining,
      OptionalLong maxConcurrentRequests,
      long concurrent) {}

  /** One number for each window. */
  record Amounts(
      OptionalLong requestsPerMinute, OptionalLong tokensPerMinute, OptionalLong tokensPerDay) {}
}
