package com.keeptrusts.gateway.quota;

import java.util.OptionalLong;

/**
 * What was used in the last 60 seconds, in cells of one second. The cell that the window's edge
 * cuts counts whole, hence 61 cells: never too little is counted, and at most a second too long.
 * Guarded by the group's lock.
 */
final class SlidingWindow {
  static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int CELLS = 61;

  private final long[] cells = new long[CELLS];
  private long sum;
  private long newest;

  /** Lets cells age out; a clock that went back changes nothing. */
  void advanceTo(long second) {
    long empty = Math.min(second - newest, CELLS);
    for (long i = 1; i <= empty; i++) {
      int index = index(newest + i);
      sum -= cells[index];
      cells[index] = 0;
    }
    newest = Math.max(newest, second);
  }

  long used() {
    return sum;
  }

  /** How long until the amount fits; 0 when it does now. */
  long nanosUntilFits(long amount, OptionalLong limit, long nowNanos) {
    if (amount == 0 || limit.isEmpty() || sum + amount <= limit.getAsLong()) {
      return 0;
    }
    long excess = sum + amount - limit.getAsLong();
    long second = newest - CELLS;
    while (excess > 0 && second < newest) {
      second++;
      excess -= cells[index(second)];
    }
    return nanosUntilGone(second, nowNanos);
  }

  /** How long until nothing of it is left; 0 when nothing is there. */
  long nanosUntilEmpty(long nowNanos) {
    if (sum == 0) {
      return 0;
    }
    long second = newest;
    while (cells[index(second)] == 0) {
      second--;
    }
    return nanosUntilGone(second, nowNanos);
  }

  /** Adds to the newest cell. */
  void add(long amount) {
    cells[index(newest)] += amount;
    sum += amount;
  }

  /** Gives back to the cell it was taken from; what has aged out is gone already. */
  void giveBack(long second, long amount) {
    if (newest - second < CELLS) {
      cells[index(second)] -= amount;
      sum -= amount;
    }
  }

  private static long nanosUntilGone(long second, long nowNanos) {
    return (second + CELLS) * NANOS_PER_SECOND - nowNanos;
  }

  private static int index(long second) {
    return (int) Math.floorMod(second, (long) CELLS);
  }
}
