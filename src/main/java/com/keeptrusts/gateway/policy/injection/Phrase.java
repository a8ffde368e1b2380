package com.keeptrusts.gateway.policy.injection;

import java.util.BitSet;
import java.util.List;

/**
 * A row of places, each for one of some words.
 *
 * @param severity 1 mild, 2 serious, 3 severe
 * @param places the numbers of the words that fit
 * @param gaps how many other words may stand before each place
 */
record Phrase(Attack attack, int severity, List<BitSet> places, int[] gaps) {
  Phrase {
    places = List.copyOf(places);
  }

  int length() {
    return places.size();
  }
}
