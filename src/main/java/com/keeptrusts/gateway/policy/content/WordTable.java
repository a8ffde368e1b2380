package com.keeptrusts.gateway.policy.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers the words of the lexicon; finds one without making a string of it. */
final class WordTable {
  /** The number of every word that the lexicon does not have. */
  static final int UNKNOWN = 0;

  private final @Nullable String[] slots;
  private final int[] numbers;
  private final int mask;

  /** Numbers the words from 1. */
  WordTable(List<String> words) {
    int size = Integer.highestOneBit(Math.max(16, words.size() * 8));
    this.slots = new String[size];
    this.numbers = new int[size];
    this.mask = size - 1;
    for (int i = 0; i < words.size(); i++) {
      int slot = spread(words.get(i).hashCode()) & mask;
      while (slots[slot] != null) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = words.get(i);
      numbers[slot] = i + 1;
    }
  }

  /** The number of a word. */
  int number(String word) {
    return number(word.toCharArray(), 0, word.length(), word.hashCode());
  }

  /** The number of a part of some text. */
  int number(char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text[i];
    }
    return number(text, from, to, hash);
  }

  /**
   * The number of a part of some text.
   *
   * @param hash as {@link String#hashCode} of the same characters
   */
  int number(char[] text, int from, int to, int hash) {
    int slot = spread(hash) & mask;
    String candidate = slots[slot];
    while (candidate != null) {
      if (isSame(candidate, text, from, to)) {
        return numbers[slot];
      }
      slot = (slot + 1) & mask;
      candidate = slots[slot];
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

  private static int spread(int hash) {
    return hash ^ (hash >>> 16);
  }
}
