package com.keeptrusts.gateway.policy.content;

import java.util.List;

/**
 * A pattern of words.
 *
 * @param category what it is a sign of
 * @param severity 1 mild, 2 serious, 3 severe
 * @param firm whether a negation before it changes nothing
 * @param atClauseStart whether nothing may stand before it in its clause
 * @param places one for each word of it
 * @param firstTelling the place that a match is shown from: the first whose words say something
 */
record Phrase(
    Category category,
    int severity,
    boolean firm,
    boolean atClauseStart,
    List<Place> places,
    int firstTelling) {
  /** What {@link Place#skipped} is where any words may stand. */
  static final int ANY = -1;

  /**
   * A place for one word.
   *
   * @param wordClass the class that the word is of
   * @param skipped the class of which other words may stand before it, or {@link #ANY}
   * @param others whether, the other way round, it is words of that class that may not
   * @param gap how many of those
   * @param overCommas whether a comma may stand there as well
   */
  record Place(int wordClass, int skipped, boolean others, int gap, boolean overCommas) {}
}
