package com.keeptrusts.gateway.cli;

import java.util.Collection;
import java.util.Optional;

/** The name that somebody probably meant. */
final class NearName {
  private NearName() {}

  /** The nearest of the names; empty when none is near. */
  static Optional<String> of(String typed, Collection<String> names) {
    int best = Math.max(1, typed.length() / 3) + 1;
    String nearest = "";
    for (String name : names) {
      int distance = distance(typed, name);
      if (distance < best) {
        best = distance;
        nearest = name;
      }
    }
    return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
  }

  /** How many letters are to be put in, taken out or changed (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
