package com.keeptrusts.gateway.admin;

import com.keeptrusts.gateway.event.EventArchive;
import com.keeptrusts.gateway.event.EventArchive.Page;
import com.keeptrusts.gateway.event.EventFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /admin/events}: the last ones, those after a cursor, or all of a span. */
final class EventsHandler implements AdminHandler {
  private static final Logger LOG = LoggerFactory.getLogger(EventsHandler.class);
  private static final int DEFAULT_COUNT = 100;

  private final EventArchive archive;
  private final InstantSource clock;

  EventsHandler(EventArchive archive, InstantSource clock) {
    this.archive = archive;
    this.clock = clock;
  }

  @Override
  public void handle(HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException, BadParameterException {
    EventsQuery query = EventsQuery.of(clientRequest, clock);
    clientResponse.setContentType("application/x-ndjson");
    EventLines lines = new EventLines(clientResponse);
    try {
      send(query, clientResponse, lines);
    } catch (EventLines.ClientLeftException e) {
      LOG.debug("an operator left before the last event", e);
    }
  }

  private void send(EventsQuery query, HttpServletResponse clientResponse, EventLines lines) {
    if (query.everything()) {
      export(query.filter(), clientResponse, lines);
    } else {
      Page page = page(query);
      clientResponse.setHeader("x-next-cursor", Long.toString(page.cursor()));
      page.events().forEach(lines);
    }
    lines.finish();
  }

  private Page page(EventsQuery query) {
    int count = (int) query.count().orElse(DEFAULT_COUNT);
    OptionalLong after = query.after();
    return after.isPresent()
        ? archive.after(query.filter(), after.getAsLong(), count)
        : archive.last(query.filter(), count);
  }

  private void export(EventFilter filter, HttpServletResponse clientResponse, EventLines lines) {
    clientResponse.setHeader("x-total-count", Long.toString(archive.count(filter)));
    archive.export(filter, lines);
  }
}
