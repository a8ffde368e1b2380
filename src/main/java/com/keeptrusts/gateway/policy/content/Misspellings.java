package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.lexicon.WordTable;
import java.util.List;

/**
 * Finds the words that one slip makes another of: two letters swapped, one doubled, missing or
 * hidden. Only what words are without one of their letters is kept, as numbers of the words; the
 * rest is looked up by hashes that follow from the hash of the word as it is written.
 */
final class Misspellings {
  private static final int SHORTEST_WITH_MISSING = 4;
  private static final char HIDDEN = '*';

  private final WordTable table;
  private final List<String> words;
  private final short[] shortened;
  private final int mask;

  Misspellings(WordTable table, List<String> words) {
    this.table = table;
    this.words = List.copyOf(words);
    int letters = words.stream().mapToInt(String::length).sum();
    this.shortened = new short[Integer.highestOneBit(Math.max(16, letters * 3))];
    this.mask = shortened.length - 1;
    for (int number = 1; number <= words.size(); number++) {
      String word = words.get(number - 1);
      if (word.length() >= SHORTEST_WITH_MISSING && isOfLetters(word)) {
        addShortened(word, number);
      }
    }
  }

  private static boolean isOfLetters(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private void addShortened(String word, int number) {
    int before = 0;
    for (int i = 0; i < word.length(); i++) {
      if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
        add(hash(word, i + 1, before), number);
      }
      before = before * 31 + word.charAt(i);
    }
    // A 1 is read as an i, where it may have been an l.
    if (word.indexOf('l') >= 0) {
      add(word.replace('l', 'i').hashCode(), number);
    }
  }

  /** The hash of a beginning with what stands from an index on. */
  private static int hash(String word, int from, int beginning) {
    int hash = beginning;
    for (int i = from; i < word.length(); i++) {
      hash = hash * 31 + word.charAt(i);
    }
    return hash;
  }

  private void add(int hash, int number) {
    int slot = slot(hash);
    while (shortened[slot] != WordTable.UNKNOWN) {
      slot = (slot + 1) & mask;
    }
    shortened[slot] = (short) number;
  }

  /** The word of which two neighbouring letters were swapped. */
  int swapped(char[] word, int length, int hash) {
    for (int i = length - 2; i >= 0; i--) {
      int difference = word[i + 1] - word[i];
      if (difference != 0) {
        int power = Hashes.power(length - 2 - i);
        int number = table.numberOf(hash + difference * (power * 31 - power));
        if (number != WordTable.UNKNOWN && words.get(number - 1).length() == length) {
          return number;
        }
      }
    }
    return WordTable.UNKNOWN;
  }

  /** The word of which a letter was doubled. */
  int doubled(char[] word, int length, int hash) {
    int before = word[0];
    for (int i = 1; i < length; i++) {
      if (word[i] == word[i - 1]) {
        int power = Hashes.power(length - 1 - i);
        int after = hash - (before * 31 + word[i]) * power;
        int number = table.numberOf(before * power + after);
        if (number != WordTable.UNKNOWN && words.get(number - 1).length() == length - 1) {
          return number;
        }
      }
      before = before * 31 + word[i];
    }
    return WordTable.UNKNOWN;
  }

  /** The word of which a letter is missing; if there are several, one that is preferred. */
  int missing(char[] word, int length, int hash, Preference preference) {
    return best(word, length, hash, length + 1, preference);
  }

  /** The word of which an l was written as a 1, or the like. */
  int folded(char[] word, int length, int hash, Preference preference) {
    return best(word, length, hash, length, preference);
  }

  /** The word of which the letter at some index is hidden behind a sign. */
  int hidden(char[] word, int length, int hash, int index, Preference preference) {
    int power = Hashes.power(length - 1 - index);
    int before = Hashes.of(word, 0, index);
    int after = hash - (before * 31 + word[index]) * power;
    return best(word, length, before * power + after, length, preference);
  }

  private int best(char[] word, int length, int hash, int meantLength, Preference preference) {
    int best = WordTable.UNKNOWN;
    int slot = slot(hash);
    while (shortened[slot] != WordTable.UNKNOWN) {
      int number = shortened[slot];
      String candidate = words.get(number - 1);
      if (candidate.length() == meantLength
          && isMeant(candidate, word, length)
          && (best == WordTable.UNKNOWN || preference.of(number) > preference.of(best))) {
        best = number;
      }
      slot = (slot + 1) & mask;
    }
    return best;
  }

  private static boolean isMeant(String candidate, char[] word, int length) {
    int missing = 0;
    for (int i = 0; i < length; i++) {
      while (!isSame(candidate.charAt(i + missing), word[i])) {
        missing++;
        if (missing > candidate.length() - length) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isSame(char meant, char written) {
    return meant == written || written == HIDDEN || (meant == 'l' && written == 'i');
  }

  private int slot(int hash) {
    int spread = hash * 0x9E3779B9;
    return (spread ^ (spread >>> 15)) & mask;
  }

  /** Which of several words is meant. */
  @FunctionalInterface
  interface Preference {
    /** The more, the likelier. */
    int of(int word);
  }
}
