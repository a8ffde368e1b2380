package com.keeptrusts.gateway.store.h2;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the tables keep them. */
final class Millis {
  private Millis() {}

  /** The first whole millisecond that is not before a moment, however far away it is. */
  static long ceiling(Instant instant) {
    try {
      Instant floor = instant.truncatedTo(ChronoUnit.MILLIS);
      return floor.equals(instant) ? floor.toEpochMilli() : floor.toEpochMilli() + 1;
    } catch (ArithmeticException e) {
      return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
