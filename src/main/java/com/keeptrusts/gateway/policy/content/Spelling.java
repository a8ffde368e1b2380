package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.lexicon.WordTable;
import java.util.BitSet;
import java.util.List;

/**
 * Recognizes the words of the lexicon in other spellings: with a letter left out, swapped or
 * doubled, drawn out ("haaate") or masked ("m*slims").
 */
final class Spelling {
  private static final int SHORTEST_TELLING = 3;
  private static final int SHORTEST_LOOKED_UP = 2;

  private final WordTable table;
  private final CommonWords commonWords;
  private final BitSet strong;
  private final BitSet common;
  private final MaskedWords masked;
  private final Misspellings misspellings;

  /**
   * The spellings of a lexicon's words.
   *
   * @param strong those that are one thing only, whatever their spelling
   * @param common those that say nothing
   */
  Spelling(
      WordTable table, List<String> words, BitSet strong, BitSet common, CommonWords commonWords) {
    this.table = table;
    this.strong = (BitSet) strong.clone();
    this.common = (BitSet) common.clone();
    this.commonWords = commonWords;
    this.misspellings = new Misspellings(table, words);
    this.masked = new MaskedWords(words);
  }

  boolean isStrong(int word) {
    return strong.get(word);
  }

  /** Whether it is an English word that is no slip of another. */
  boolean isCommon(int hash) {
    return commonWords.has(hash);
  }

  /** The number of the word that was meant by one that is none. */
  int meant(char[] word, int length, int hash) {
    if (length < SHORTEST_LOOKED_UP || length >= Words.LONGEST) {
      return WordTable.UNKNOWN;
    }
    int number = misspellings.swapped(word, length, hash);
    if (length < SHORTEST_TELLING) {
      return number != WordTable.UNKNOWN && common.get(number) ? number : WordTable.UNKNOWN;
    }
    if (number == WordTable.UNKNOWN) {
      number = misspellings.doubled(word, length, hash);
    }
    if (number == WordTable.UNKNOWN) {
      number = misspellings.missing(word, length, hash, this::preference);
      boolean recognizable =
          length > SHORTEST_TELLING || strong.get(number) || !hasVowel(word, length);
      number = recognizable ? number : WordTable.UNKNOWN;
    }
    return number == WordTable.UNKNOWN ? unusual(word, length, hash) : number;
  }

  /** The number of the word that was written with a 1 or a stroke for an l. */
  int folded(char[] word, int length, int hash) {
    return length < SHORTEST_TELLING || length >= Words.LONGEST
        ? WordTable.UNKNOWN
        : misspellings.folded(word, length, hash, this::preference);
  }

  /** The number of the word of which one letter is hidden behind a sign. */
  int hidden(char[] word, int length, int hash, int index) {
    return misspellings.hidden(word, length, hash, index, this::preference);
  }

  private int preference(int word) {
    return strong.get(word) ? 2 : common.get(word) ? 0 : 1;
  }

  private static boolean hasVowel(char[] word, int length) {
    for (int i = 0; i < length; i++) {
      if ("aeiouy".indexOf(word[i]) >= 0) {
        return true;
      }
    }
    return false;
  }

  private int unusual(char[] word, int length, int hash) {
    for (int i = 1; i < length; i++) {
      if (word[i] == '*') {
        int hidden = hidden(word, length, hash, i);
        return hidden == WordTable.UNKNOWN ? masked.number(word, length, this::preference) : hidden;
      }
      if (i > 1 && word[i] == word[i - 1] && word[i] == word[i - 2]) {
        int once = drawnOut(word, length, 1);
        return once == WordTable.UNKNOWN ? drawnOut(word, length, 2) : once;
      }
    }
    return WordTable.UNKNOWN;
  }

  /** Looks a word up of whose runs of equal letters only so many are kept. */
  private int drawnOut(char[] word, int length, int kept) {
    char[] shorter = new char[length];
    int size = 0;
    int run = 0;
    int hash = 0;
    for (int i = 0; i < length; i++) {
      run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
      if (run <= kept) {
        shorter[size++] = word[i];
        hash = hash * 31 + word[i];
      }
    }
    return table.number(shorter, 0, size, hash);
  }
}
