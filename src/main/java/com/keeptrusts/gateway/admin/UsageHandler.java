package com.keeptrusts.gateway.admin;

import com.keeptrusts.gateway.event.EventArchive;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** {@code GET /admin/usage}: sums per group, model and UTC day. */
final class UsageHandler implements AdminHandler {
  private static final List<String> PARAMETERS = List.of("since", "until", "consumer_group");
  private static final Duration DEFAULT_SPAN = Duration.ofDays(30);

  private final EventArchive archive;
  private final InstantSource clock;
  private final AdminJson json;

  UsageHandler(EventArchive archive, InstantSource clock, AdminJson json) {
    this.archive = archive;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public void handle(HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException, BadParameterException {
    QueryParameters query = QueryParameters.of(clientRequest, PARAMETERS);
    Instant until = query.instant("until").orElseGet(clock::instant);
    Instant since = query.instant("since").orElseGet(() -> until.minus(DEFAULT_SPAN));
    Spans.check(since, until);
    json.write(
        clientResponse,
        HttpServletResponse.SC_OK,
        archive.usage(since, until, query.text("consumer_group")));
  }
}
