package com.keeptrusts.gateway.metrics;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.event.EventLog;
import com.keeptrusts.gateway.event.Intent;
import java.io.IOException;

/** Counts each event as it is written; what a kill interrupted was written by another log. */
final class MeteredEventLog implements EventLog {
  private final EventLog log;
  private final RequestMetrics requests;

  MeteredEventLog(EventLog log, RequestMetrics requests) {
    this.log = log;
    this.requests = requests;
  }

  @Override
  public void intend(Intent intent) throws IOException {
    log.intend(intent);
  }

  @Override
  public void record(Event event) {
    log.record(event);
    requests.record(event);
  }
}
