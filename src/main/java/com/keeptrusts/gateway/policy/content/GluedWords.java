package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.lexicon.WordTable;

/** Takes words apart that were written without spaces between them. */
final class GluedWords {
  private static final int SHORTEST_PART = 2;
  private static final int SHORTEST_TELLING = 3;
  private static final int SHORTEST_COMMON = 4;

  /** Where no words begin. */
  static final int NOWHERE = -1;

  private static final int NO_PART = -1;

  /** 31 times this is 1: a hash shrinks by it. */
  private static final int INVERSE = 0xBDEF7BDF;

  private final Lexicon lexicon;
  private final int[] parts = new int[Sentence.MOST_PARTS];
  private final int[] starts = new int[Sentence.MOST_PARTS + 1];
  private int size;
  private int hopeless;

  /** Whether words may be parts that the lexicon does not have. */
  private boolean others;

  GluedWords(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether a word is nothing but words. */
  boolean split(Words words) {
    return words.length() < Words.LONGEST
        && (split(words.chars(), words.length(), false)
            || split(words.chars(), words.length(), true));
  }

  /**
   * From where on a row of letters, fewer than in the longest word, is nothing but words; {@link
   * #NOWHERE} if it is not.
   */
  int splitLetters(char[] letters, int length) {
    others = true;
    hopeless = 0;
    for (int from = 0; from + SHORTEST_TELLING <= length; from++) {
      if (split(letters, from, length, 0) && isWorthwhile(length - from)) {
        return from;
      }
    }
    return NOWHERE;
  }

  private boolean split(char[] chars, int length, boolean withOthers) {
    others = withOthers;
    hopeless = 0;
    return split(chars, 0, length, 0);
  }

  int size() {
    return size;
  }

  int word(int part) {
    return parts[part];
  }

  int start(int part) {
    return starts[part];
  }

  int end(int part) {
    return starts[part + 1];
  }

  /** The longest words come first. */
  private boolean split(char[] chars, int from, int length, int part) {
    if (from == length) {
      size = part;
      starts[part] = length;
      return true;
    }
    if (part == Sentence.MOST_PARTS || ((hopeless >>> from) & 1) != 0) {
      return false;
    }
    int hash = Hashes.of(chars, from, length);
    for (int to = length; to > from; to--) {
      int word = part(chars, from, to, hash);
      if (word != NO_PART && split(chars, to, length, part + 1)) {
        parts[part] = word;
        starts[part] = from;
        return true;
      }
      hash = (hash - chars[to - 1]) * INVERSE;
    }
    hopeless |= 1 << from;
    return false;
  }

  private int part(char[] chars, int from, int to, int hash) {
    int length = to - from;
    int word = lexicon.table().number(chars, from, to, hash);
    boolean isCommon = lexicon.isIn(word, WordClass.COMMON);
    if (length < SHORTEST_PART) {
      return from == 0 && chars[from] == 'i' ? word : NO_PART;
    }
    if (isCommon || (word != WordTable.UNKNOWN && length >= SHORTEST_TELLING)) {
      return word;
    }
    return others && length >= SHORTEST_COMMON && lexicon.spelling().isCommon(hash)
        ? WordTable.UNKNOWN
        : NO_PART;
  }

  /** Short words can be made of many rows of letters; a telling one is looked at all the same. */
  private boolean isWorthwhile(int length) {
    for (int part = 0; part < size; part++) {
      if (lexicon.isTelling(parts[part])) {
        return true;
      }
    }
    return length >= size * SHORTEST_TELLING;
  }
}
