package com.keeptrusts.gateway.policy.content;

/**
 * What misspelled words mean. Only two hashes of each are kept, which together tell them apart from
 * all but one in many millions of other words.
 */
final class Misspellings {
  private static final int MOST_PER_WORD = 32;

  private final int[] checks;
  private final short[] numbers;
  private final int mask;

  /** Room for those of so many words. */
  Misspellings(int words) {
    int size = Integer.highestOneBit(Math.max(16, words * MOST_PER_WORD * 2));
    this.checks = new int[size];
    this.numbers = new short[size];
    this.mask = size - 1;
  }

  void add(String word, int number) {
    char[] chars = word.toCharArray();
    int check = check(chars, chars.length);
    int slot = slot(word.hashCode());
    while (numbers[slot] != WordTable.UNKNOWN) {
      slot = (slot + 1) & mask;
    }
    checks[slot] = check;
    numbers[slot] = (short) number;
  }

  /**
   * The number of the word that was meant.
   *
   * @param hash as {@link String#hashCode} of the same characters
   */
  int number(char[] word, int length, int hash) {
    int slot = slot(hash);
    if (numbers[slot] == WordTable.UNKNOWN) {
      return WordTable.UNKNOWN;
    }
    int check = check(word, length);
    while (numbers[slot] != WordTable.UNKNOWN) {
      if (checks[slot] == check) {
        return numbers[slot];
      }
      slot = (slot + 1) & mask;
    }
    return WordTable.UNKNOWN;
  }

  private int slot(int hash) {
    int spread = hash * 0x9E3779B9;
    return (spread ^ (spread >>> 15)) & mask;
  }

  private static int check(char[] word, int length) {
    int check = length;
    for (int i = 0; i < length; i++) {
      check = (check ^ word[i]) * 0x01000193;
    }
    return check;
  }
}
