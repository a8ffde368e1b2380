package com.keeptrusts.gateway.policy.injection;

import java.util.Arrays;

/** The phrases that have begun and may go on, each with where it is and where it began. */
final class Attempts {
  /** What more would be is forgotten: no text of people has so many. */
  private static final int MOST = 4_096;

  private static final int FIELDS = 4;

  private int[] values = new int[64 * FIELDS];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /**
   * Adds one.
   *
   * @param place the next place that is to be filled
   * @param gap how many other words may still come before it
   */
  void add(int phrase, int place, int gap, int start) {
    if (size == MOST) {
      return;
    }
    if ((size + 1) * FIELDS > values.length) {
      values = Arrays.copyOf(values, values.length * 2);
    }
    int base = FIELDS * size++;
    values[base] = phrase;
    values[base + 1] = place;
    values[base + 2] = gap;
    values[base + 3] = start;
  }

  int phrase(int nth) {
    return values[FIELDS * nth];
  }

  int place(int nth) {
    return values[FIELDS * nth + 1];
  }

  int gap(int nth) {
    return values[FIELDS * nth + 2];
  }

  int start(int nth) {
    return values[FIELDS * nth + 3];
  }
}
