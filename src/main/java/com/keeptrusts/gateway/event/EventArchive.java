package com.keeptrusts.gateway.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where events are asked for; blocks, so never on the request's path. */
public interface EventArchive {
  /** A page of events, oldest first, and where the next page begins. */
  record Page(List<String> events, long cursor) {
    public Page {
      events = List.copyOf(events);
    }
  }

  /**
   * The last events that match, oldest first; everything that ended before the call is seen.
   *
   * @return each event as one JSON object
   */
  Page last(EventFilter filter, int count);

  /** Events after a cursor, in the order in which they ended; for following. */
  Page after(EventFilter filter, long cursor, int count);

  /** Every event in a span, oldest first, one JSON object a call; returns how many. */
  long export(EventFilter filter, Consumer<String> sink);

  /** How many events {@link #export} would give. */
  long count(EventFilter filter);

  /** Sums per group and model and day, from roll-ups. */
  List<Usage> usage(Instant since, Instant until, Optional<String> consumerGroup);

  /**
   * Sums over one UTC day.
   *
   * @param day as in {@code 2026-04-23}
   */
  record Usage(
      String day,
      String consumerGroup,
      String model,
      long requests,
      long blocked,
      long errors,
      long promptTokens,
      long completionTokens,
      long totalTokens) {}

  /** The group that created a response, of those of the last 30 days. */
  Optional<String> ownerOf(String responseId);
}
