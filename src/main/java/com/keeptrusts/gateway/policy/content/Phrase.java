package com.keeptrusts.gateway.policy.content;

/** A pattern of words: a row of places, each for a word of some class. */
final class Phrase {
  private final Category category;
  private final int severity;
  private final int[] classes;
  private final int[] gaps;

  /**
   * A pattern.
   *
   * @param severity 1 mild, 2 serious, 3 severe
   * @param classes for each place the number of its class
   * @param gaps how many other words may stand before each place
   */
  Phrase(Category category, int severity, int[] classes, int[] gaps) {
    this.category = category;
    this.severity = severity;
    this.classes = classes;
    this.gaps = gaps;
  }

  Category category() {
    return category;
  }

  int severity() {
    return severity;
  }

  /** How many places there are. */
  int length() {
    return classes.length;
  }

  int wordClass(int nth) {
    return classes[nth];
  }

  int gapBefore(int nth) {
    return gaps[nth];
  }
}
