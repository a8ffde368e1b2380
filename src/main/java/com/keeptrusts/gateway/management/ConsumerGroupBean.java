package com.keeptrusts.gateway.management;

import com.keeptrusts.gateway.admin.GroupStandings;
import com.keeptrusts.gateway.admin.GroupStandings.Standing;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a console sees of a group, as of each look. */
final class ConsumerGroupBean implements ConsumerGroupMXBean {
  private final String name;
  private final GroupStandings standings;

  ConsumerGroupBean(String name, GroupStandings standings) {
    this.name = name;
    this.standings = standings;
  }

  private Standing now() {
    return standings
        .of(name)
        .orElseThrow(() -> new IllegalStateException("group '" + name + "' was removed"));
  }

  @Override
  public boolean isEnabled() {
    return now().enabled();
  }

  @Override
  public @Nullable Long getRequestsPerMinuteLimit() {
    return orNull(now().limits().requestsPerMinute());
  }

  @Override
  public long getRequestsPerMinuteUsed() {
    return now().used().requestsPerMinute().orElse(0);
  }

  @Override
  public @Nullable Long getRequestsPerMinuteRemaining() {
    return orNull(now().remaining().requestsPerMinute());
  }

  @Override
  public @Nullable Long getTokensPerMinuteLimit() {
    return orNull(now().limits().tokensPerMinute());
  }

  @Override
  public long getTokensPerMinuteUsed() {
    return now().used().tokensPerMinute().orElse(0);
  }

  @Override
  public @Nullable Long getTokensPerMinuteRemaining() {
    return orNull(now().remaining().tokensPerMinute());
  }

  @Override
  public @Nullable Long getTokensPerDayLimit() {
    return orNull(now().limits().tokensPerDay());
  }

  @Override
  public long getTokensPerDayUsed() {
    return now().used().tokensPerDay().orElse(0);
  }

  @Override
  public @Nullable Long getTokensPerDayRemaining() {
    return orNull(now().remaining().tokensPerDay());
  }

  @Override
  public @Nullable Long getConcurrentRequestsLimit() {
    return orNull(now().maxConcurrentRequests());
  }

  @Override
  public long getConcurrentRequests() {
    return now().concurrent();
  }

  private static @Nullable Long orNull(OptionalLong amount) {
    return amount.isPresent() ? amount.getAsLong() : null;
  }
}
