package com.keeptrusts.gateway.admin;

import com.keeptrusts.gateway.event.EventFilter;
import com.keeptrusts.gateway.exchange.Result;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which events are asked for.
 *
 * @param everything an export of all that match
 * @param after the cursor to go on from; empty: the last ones
 * @param count how many at most
 */
record EventsQuery(EventFilter filter, boolean everything, OptionalLong after, OptionalLong count) {
  private static final List<String> PARAMETERS =
      List.of(
          "last",
          "after",
          "limit",
          "all",
          "since",
          "until",
          "consumer_group",
          "policy",
          "result",
          "principal");
  private static final List<String> RESULTS =
      Arrays.stream(Result.values()).map(r -> r.name().toLowerCase(Locale.ROOT)).toList();

  /** A page is held in memory; an export is not. */
  private static final long MAX_COUNT = 10_000;

  static EventsQuery of(HttpServletRequest clientRequest, InstantSource clock)
      throws BadParameterException {
    QueryParameters query = QueryParameters.of(clientRequest, PARAMETERS);
    boolean everything = query.flag("all");
    refuseTogether(query, "last", "after");
    refuseTogether(query, "last", "limit");
    if (everything) {
      refuseTogether(query, "all", "last");
      refuseTogether(query, "all", "after");
      refuseTogether(query, "all", "limit");
    }
    OptionalLong after = query.number("after", 0, Long.MAX_VALUE);
    OptionalLong count = query.number(query.has("limit") ? "limit" : "last", 1, MAX_COUNT);
    return new EventsQuery(filter(query, everything, clock.instant()), everything, after, count);
  }

  /** An export ends now, so that its count and its lines agree while requests go on. */
  private static EventFilter filter(QueryParameters query, boolean everything, Instant now)
      throws BadParameterException {
    Optional<Instant> since = query.instant("since");
    Optional<Instant> until = query.instant("until");
    if (everything) {
      until = until.or(() -> Optional.of(now));
    }
    if (since.isPresent() && until.isPresent()) {
      Spans.check(since.get(), until.get());
    }
    return new EventFilter(
        since,
        until,
        query.text("consumer_group"),
        query.text("policy"),
        result(query),
        query.text("principal"));
  }

  private static Optional<String> result(QueryParameters query) throws BadParameterException {
    Optional<String> result = query.text("result");
    if (result.isPresent() && !RESULTS.contains(result.get())) {
      throw new BadParameterException(
          "result", "'result' is '" + result.get() + "'; it is one of " + RESULTS);
    }
    return result;
  }

  private static void refuseTogether(QueryParameters query, String one, String other)
      throws BadParameterException {
    if (query.has(one) && query.has(other)) {
      throw new BadParameterException(
          other, "'" + one + "' and '" + other + "' exclude each other");
    }
  }
}
