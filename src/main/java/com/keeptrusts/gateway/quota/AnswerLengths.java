package com.keeptrusts.gateway.quota;

import java.util.Arrays;

/** The last 128 answers of one model, and their 95th percentile. Guarded by the group's lock. */
final class AnswerLengths {
  private static final int KEPT = 128;
  private static final int KNOWN_FROM = 20;
  private static final int PERCENTILE = 95;

  private final int[] inOrderOfArrival = new int[KEPT];
  private final int[] sorted = new int[KEPT];
  private int size;
  private int next;

  boolean isKnown() {
    return size >= KNOWN_FROM;
  }

  /** The smallest length that 95 of 100 answers do not exceed. */
  long percentile95() {
    int rank = (size * PERCENTILE + 99) / 100;
    return sorted[rank - 1];
  }

  /** Learns one more answer, forgetting the oldest. Kept sorted, so that admissions only look. */
  void learn(long tokens) {
    int length = (int) Math.min(tokens, Integer.MAX_VALUE);
    if (size == KEPT) {
      forget(inOrderOfArrival[next]);
    }
    inOrderOfArrival[next] = length;
    next = (next + 1) % KEPT;
    int at = position(length);
    System.arraycopy(sorted, at, sorted, at + 1, size - at);
    sorted[at] = length;
    size++;
  }

  private void forget(int length) {
    int at = position(length);
    size--;
    System.arraycopy(sorted, at + 1, sorted, at, size - at);
  }

  /** Where the length stands, or would. */
  private int position(int length) {
    int found = Arrays.binarySearch(sorted, 0, size, length);
    return found >= 0 ? found : -found - 1;
  }
}
