package com.keeptrusts.gateway.store.h2;

import java.time.Instant;

/** Moments as the tables keep them. */
final class Millis {
  private static final int NANOS = 1_000_000;

  private Millis() {}

  /** The first whole millisecond that is not before a moment, however far away it is. */
  static long ceiling(Instant instant) {
    try {
      long floor = instant.toEpochMilli();
      return instant.getNano() % NANOS == 0 ? floor : floor + 1;
    } catch (ArithmeticException e) {
      return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
