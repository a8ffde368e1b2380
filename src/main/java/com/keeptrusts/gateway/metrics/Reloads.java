package com.keeptrusts.gateway.metrics;

import java.time.Instant;
import java.time.InstantSource;

/** When the configuration was last read, and with what success. Safe from any thread. */
final class Reloads {
  private record Last(boolean succeeded, Instant success) {}

  private final InstantSource clock;
  private volatile Last last;

  Reloads(InstantSource clock) {
    this.clock = clock;
    this.last = new Last(true, clock.instant());
  }

  void attempted(boolean succeeded) {
    last = new Last(succeeded, succeeded ? clock.instant() : last.success());
  }

  boolean lastSucceeded() {
    return last.succeeded();
  }

  Instant lastSuccess() {
    return last.success();
  }
}
