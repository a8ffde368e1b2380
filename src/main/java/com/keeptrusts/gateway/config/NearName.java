package com.keeptrusts.gateway.config;

import java.util.Collection;
import java.util.Optional;

/** The allowed name that somebody may have meant. */
public final class NearName {
  private static final int LONGEST = 64;

  private NearName() {}

  /** The nearest candidate, if it is near enough to be a slip of the keyboard. */
  public static Optional<String> of(String value, Collection<String> candidates) {
    if (value.length() > LONGEST) {
      return Optional.empty();
    }
    int best = Math.max(1, value.length() / 3) + 1;
    Optional<String> nearest = Optional.empty();
    for (String candidate : candidates) {
      // No distance is smaller than the difference in length.
      if (Math.abs(value.length() - candidate.length()) < best) {
        int distance = distance(value, candidate);
        if (distance < best) {
          best = distance;
          nearest = Optional.of(candidate);
        }
      }
    }
    return nearest;
  }

  /** Letters to insert, delete, change or swap with their neighbour. */
  static int distance(String left, String right) {
    int[][] rows = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, left, right, i, j);
      }
    }
    return rows[left.length()][right.length()];
  }

  private static int cheapest(int[][] rows, String left, String right, int i, int j) {
    int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
    int cost = Math.min(rows[i - 1][j - 1] + change, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(cost, rows[i - 2][j - 2] + 1) : cost;
  }
}
