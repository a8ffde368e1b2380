package com.keeptrusts.gateway.management;

import org.jspecify.annotations.Nullable;

/** One consumer group against its limits; null where there is no limit. */
public interface ConsumerGroupMXBean {
  boolean isEnabled();

  @Nullable Long getRequestsPerMinuteLimit();

  long getRequestsPerMinuteUsed();

  @Nullable Long getRequestsPerMinuteRemaining();

  @Nullable Long getTokensPerMinuteLimit();

  long getTokensPerMinuteUsed();

  @Nullable Long getTokensPerMinuteRemaining();

  @Nullable Long getTokensPerDayLimit();

  long getTokensPerDayUsed();

  @Nullable Long getTokensPerDayRemaining();

  @Nullable Long getConcurrentRequestsLimit();

  /** Requests under way. */
  long getConcurrentRequests();
}
