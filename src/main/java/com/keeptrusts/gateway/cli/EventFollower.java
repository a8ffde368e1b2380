package com.keeptrusts.gateway.cli;

import java.time.Instant;
import java.util.Optional;

/** Prints events as they come. */
final class EventFollower {
  private static final int PAGE = 500;
  private static final String EVENTS = "/admin/events";

  private final PatientClient client;
  private final EventFilterOptions filters;
  private final Terminal terminal;
  private final Pulse pulse;

  EventFollower(PatientClient client, EventFilterOptions filters, Terminal terminal, Pulse pulse) {
    this.client = client;
    this.filters = filters;
    this.terminal = terminal;
    this.pulse = pulse;
  }

  /** Follows until the pulse ends; without a start only what is new. */
  void follow(Optional<Instant> since, EventPrinter printer) {
    Optional<EventPage> page = Optional.of(client.ask(after(first(since), since)));
    while (page.isPresent()) {
      for (String line : page.get().lines()) {
        terminal.print(printer.print(line));
        terminal.flush();
      }
      if (page.get().lines().size() < PAGE && !pulse.next()) {
        return;
      }
      page = client.askPatiently(after(page.get().cursor(), since));
    }
  }

  /** The newest event of all, matching or not, so that nothing old is shown. */
  private String first(Optional<Instant> since) {
    return since.isPresent() ? "0" : client.ask(new Query(EVENTS).with("last", 1)).cursor();
  }

  private Query after(String cursor, Optional<Instant> since) {
    Query query = new Query(EVENTS).with("after", cursor).with("limit", PAGE).with("since", since);
    return filters.addTo(query);
  }
}
