package com.keeptrusts.gateway.store.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets a lasting failure be logged once in a while, and not once per request. */
public final class LogThrottle {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private Instant quietUntil = Instant.MIN;

  public LogThrottle(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether to log now; if so, not again for a minute. */
  public synchronized boolean isDue() {
    Instant now = clock.instant();
    if (now.isBefore(quietUntil)) {
      return false;
    }
    quietUntil = now.plus(PAUSE);
    return true;
  }
}
