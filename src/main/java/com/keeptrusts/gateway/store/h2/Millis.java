package com.keeptrusts.gateway.store.h2;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Moments as the tables keep them. */
final class Millis {
  private static final String FORM = "0000-00-00T00:00:00.000Z";
  private static final int NANOS_PER_MILLI = 1_000_000;
  private static final long MILLIS_PER_DAY = 86_400_000;

  private Millis() {}

  /**
   * Reads a timestamp. Those of events are read by their places, which takes a tenth of the time.
   *
   * @throws java.time.DateTimeException when it is none
   */
  static long parse(String timestamp) {
    if (!isOfEvents(timestamp)) {
      return Instant.parse(timestamp).toEpochMilli();
    }
    LocalDate day =
        LocalDate.of(number(timestamp, 0, 4), number(timestamp, 5, 7), number(timestamp, 8, 10));
    LocalTime time =
        LocalTime.of(
            number(timestamp, 11, 13),
            number(timestamp, 14, 16),
            number(timestamp, 17, 19),
            number(timestamp, 20, 23) * NANOS_PER_MILLI);
    return day.toEpochDay() * MILLIS_PER_DAY + time.toNanoOfDay() / NANOS_PER_MILLI;
  }

  private static boolean isOfEvents(String timestamp) {
    if (timestamp.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char c = timestamp.charAt(i);
      if (FORM.charAt(i) == '0' ? c < '0' || c > '9' : c != FORM.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int number(String timestamp, int begin, int end) {
    return Integer.parseInt(timestamp, begin, end, 10);
  }

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
