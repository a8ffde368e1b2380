package com.keeptrusts.gateway.policy.content;

/** Hashes as those of {@link String#hashCode}, put together from parts. */
final class Hashes {
  /** By these a hash grows with each character that is added. */
  private static final int[] POWERS = powers();

  private Hashes() {}

  /** 31 to the power of a number of characters, at most twice the longest word. */
  static int power(int characters) {
    return POWERS[characters];
  }

  /** The hash of a part of some text. */
  static int of(char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text[i];
    }
    return hash;
  }

  private static int[] powers() {
    int[] powers = new int[2 * Words.LONGEST + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 31;
    }
    return powers;
  }
}
