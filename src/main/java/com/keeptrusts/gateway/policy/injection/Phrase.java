package com.keeptrusts.gateway.policy.injection;

/**
 * A row of places, each for one of some words.
 *
 * @param severity 1 mild, 2 serious, 3 severe
 * @param places the class of the words that fit, for each
 * @param gaps how many other words may stand before each place
 */
record Phrase(Attack attack, int severity, int[] places, int[] gaps) {
  int length() {
    return places.length;
  }
}
