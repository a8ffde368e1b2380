package com.keeptrusts.gateway.cli;

import java.time.Duration;

/** When to look again. */
interface Pulse {
  /** Waits for the next moment; false: enough. */
  boolean next();

  /** A beat at a fixed distance, until the thread is interrupted. */
  static Pulse every(Duration distance) {
    return () -> {
      try {
        Thread.sleep(distance.toMillis());
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }
}
