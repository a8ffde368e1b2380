package com.keeptrusts.gateway.policy.content;

/** Takes words apart that were written without spaces between them. */
final class GluedWords {
  private static final int SHORTEST_PART = 2;

  private final Lexicon lexicon;
  private final int[] parts = new int[Sentence.MOST_PARTS];
  private final int[] starts = new int[Sentence.MOST_PARTS];
  private int size;
  private int hopeless;

  GluedWords(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether a word is nothing but words of the lexicon: a contraction, or one of them strong. */
  boolean split(Words words) {
    if (words.length() >= Words.LONGEST) {
      return false;
    }
    hopeless = 0;
    size = 0;
    return split(words.chars(), 0, words.length(), 0) && isWorthwhile(words);
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

  private boolean split(char[] chars, int from, int length, int part) {
    if (from == length) {
      size = part;
      return true;
    }
    if (part == Sentence.MOST_PARTS || ((hopeless >>> from) & 1) != 0) {
      return false;
    }
    int hash = 0;
    for (int to = from + 1; to <= length; to++) {
      hash = hash * 31 + chars[to - 1];
      if (to - from >= SHORTEST_PART || (from == 0 && chars[0] == 'i')) {
        int word = lexicon.table().number(chars, from, to, hash);
        if (isPart(word) && split(chars, to, length, part + 1)) {
          parts[part] = word;
          starts[part] = from;
          return true;
        }
      }
    }
    hopeless |= 1 << from;
    return false;
  }

  private boolean isPart(int word) {
    return lexicon.isIn(word, WordClass.COMMON) || lexicon.isIn(word, WordClass.STRONG);
  }

  private boolean isWorthwhile(Words words) {
    if (lexicon.isIn(words.number(lexicon.table()), WordClass.SHORT)) {
      return true;
    }
    for (int part = 0; part < size; part++) {
      if (lexicon.isIn(parts[part], WordClass.STRONG)) {
        return true;
      }
    }
    return false;
  }
}
