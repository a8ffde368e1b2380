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

  /** The beginning of a moment's minute, or as early as there is. */
  static long minuteFloor(long millis) {
    long minute = Rollups.MINUTE_MILLIS;
    return millis < Long.MIN_VALUE + minute
        ? Long.MIN_VALUE
        : Math.floorDiv(millis, minute) * minute;
  }

  /** The first whole minute that is not before a moment, or as late as there is. */
  static long minuteCeiling(long millis) {
    long minute = Rollups.MINUTE_MILLIS;
    return millis > Long.MAX_VALUE - minute ? Long.MAX_VALUE : minuteFloor(millis + minute - 1);
  }
}
