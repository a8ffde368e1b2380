package com.keeptrusts.gateway.policy.detect;

/** Hears of what a detector finds. */
public interface MatchListener {
  /**
   * Something was found.
   *
   * @param kind what, as in {@code credit_card}; one of the kinds that the configuration names
   * @param start index of its first character in the normal form of the text
   * @param end index after its last character
   */
  void found(String kind, int start, int end);
}
