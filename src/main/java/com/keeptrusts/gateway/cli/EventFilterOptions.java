package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.exchange.Result;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which events. */
final class EventFilterOptions {
  @Option(names = "--consumer-group", paramLabel = "G", description = "Only of this group.")
  private @Nullable String consumerGroup;

  @Option(
      names = "--policy",
      paramLabel = "P",
      description = "Only those that this policy flagged, redacted or blocked.")
  private @Nullable String policy;

  @Option(
      names = "--result",
      paramLabel = "R",
      description = "Only those that ended so: pass, flagged, modified, blocked or error.")
  private @Nullable String result;

  @Option(
      names = "--principal",
      paramLabel = "P",
      description = "Only of this person, by the name or pseudonym that events have.")
  private @Nullable String principal;

  Query addTo(Query query) {
    return query
        .with("consumer_group", Optional.ofNullable(consumerGroup))
        .with("policy", Optional.ofNullable(policy))
        .with("result", result())
        .with("principal", Optional.ofNullable(principal));
  }

  private Optional<String> result() {
    if (result == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Result.valueOf(result.toUpperCase(Locale.ROOT)).name().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw KtException.usage(
          "--result is '" + result + "'; it is pass, flagged, modified, blocked or error");
    }
  }
}
