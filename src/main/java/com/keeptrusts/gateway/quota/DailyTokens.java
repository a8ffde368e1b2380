package com.keeptrusts.gateway.quota;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * The tokens of UTC days. The three days used last are kept, so that a wall clock that steps back
 * over midnight finds the day it left, and then the new one again: none is reset or counted twice.
 * Guarded by the group's lock.
 */
final class DailyTokens {
  private static final long SECONDS_PER_DAY = 86_400;

  private static final Day NO_DAY = new Day(Long.MIN_VALUE);

  /** One day's count; a hold keeps its own, so that a late settlement touches no other day. */
  static final class Day {
    private final long epochDay;
    private long used;

    private Day(long epochDay) {
      this.epochDay = epochDay;
    }

    void add(long tokens) {
      used += tokens;
    }
  }

  /** The one used last first; days before the first are none. */
  private final Day[] days = {NO_DAY, NO_DAY, NO_DAY};

  static long epochDay(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), SECONDS_PER_DAY);
  }

  /** The day's count, begun when it is new. */
  Day on(long epochDay) {
    int index = 0;
    while (index < days.length - 1 && days[index].epochDay != epochDay) {
      index++;
    }
    Day day = days[index].epochDay == epochDay ? days[index] : new Day(epochDay);
    System.arraycopy(days, 0, days, 1, index);
    days[0] = day;
    return day;
  }

  /** What was used on the day; begins nothing. */
  long used(long epochDay) {
    for (Day day : days) {
      if (day.epochDay == epochDay) {
        return day.used;
      }
    }
    return 0;
  }

  /**
   * How long until the amount fits into the day that it then is.
   *
   * @param othersNanos how long it has to wait anyway
   * @return 0 when it fits after that
   */
  long nanosUntilFits(long amount, OptionalLong limit, Instant at, long othersNanos) {
    if (amount == 0 || limit.isEmpty()) {
      return 0;
    }
    long wholeSeconds = (at.getNano() + othersNanos) / SlidingWindow.NANOS_PER_SECOND;
    long first = Math.floorDiv(at.getEpochSecond() + wholeSeconds, SECONDS_PER_DAY);
    long day = first;
    // More than one day on only where the clock has stepped back and tomorrow is used up already.
    while (used(day) + amount > limit.getAsLong()) {
      day++;
    }
    return day == first ? 0 : nanosUntil(day, at);
  }

  static long nanosUntilMidnight(Instant at) {
    return nanosUntil(epochDay(at) + 1, at);
  }

  private static long nanosUntil(long epochDay, Instant at) {
    long seconds = epochDay * SECONDS_PER_DAY - at.getEpochSecond();
    return seconds * SlidingWindow.NANOS_PER_SECOND - at.getNano();
  }
}
