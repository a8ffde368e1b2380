package com.keeptrusts.gateway.policy.lexicon;

import java.util.List;

/** Numbers the words of the lexicon; finds one without making a string of it. */
public final class WordTable {
  /** The number of every word that the lexicon does not have. */
  public static final int UNKNOWN = 0;

  private final String[] words;
  private final int[] hashes;
  private final int[] numbers;
  private final int mask;

  /** Numbers the words from 1. */
  public WordTable(List<String> words) {
    int size = Integer.highestOneBit(Math.max(16, words.size() * 8));
    this.words = words.toArray(String[]::new);
    this.hashes = new int[size];
    this.numbers = new int[size];
    this.mask = size - 1;
    for (int i = 0; i < words.size(); i++) {
      int hash = words.get(i).hashCode();
      int slot = slot(hash);
      while (numbers[slot] != UNKNOWN) {
        slot = (slot + 1) & mask;
      }
      hashes[slot] = hash;
      numbers[slot] = i + 1;
    }
  }

  /** The number of a word. */
  public int number(String word) {
    return number(word.toCharArray(), 0, word.length(), word.hashCode());
  }

  /**
   * The number of a part of some text.
   *
   * @param hash as {@link String#hashCode} of the same characters
   */
  public int number(char[] text, int from, int to, int hash) {
    int slot = slot(hash);
    while (numbers[slot] != UNKNOWN) {
      if (hashes[slot] == hash && isSame(words[numbers[slot] - 1], text, from, to)) {
        return numbers[slot];
      }
      slot = (slot + 1) & mask;
    }
    return UNKNOWN;
  }

  /** The number of the word that has a hash, as good as surely: nothing else is compared. */
  public int numberOf(int hash) {
    int slot = slot(hash);
    while (numbers[slot] != UNKNOWN) {
      if (hashes[slot] == hash) {
        return numbers[slot];
      }
      slot = (slot + 1) & mask;
    }
    return UNKNOWN;
  }

  private static boolean isSame(String candidate, char[] text, int from, int to) {
    if (candidate.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (candidate.charAt(i - from) != text[i]) {
        return false;
      }
    }
    return true;
  }

  private int slot(int hash) {
    int spread = hash * 0x9E3779B9;
    return (spread ^ (spread >>> 15)) & mask;
  }
}
