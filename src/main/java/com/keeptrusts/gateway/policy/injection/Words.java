package com.keeptrusts.gateway.policy.injection;

import com.keeptrusts.gateway.policy.lexicon.WordTable;

/** Steps through a text word by word; a word is in lower case and without apostrophes. */
final class Words {
  /** What a step ended at. */
  enum Step {
    WORD,
    /** The text ended in a word that may go on. */
    BEGUN_WORD,
    QUOTE,
    QUOTE_BEGIN,
    QUOTE_END,
    SENTENCE_END,
    LINE_END,
    PARAGRAPH_END,
    TEXT_END
  }

  private static final int LONGEST = 24;
  private static final String LETTERS = "oizeasgtbg";
  private static final int ASCII = 0x80;
  private static final byte IN_WORD = 1;
  private static final byte MARK = 2;
  private static final byte[] ROLES = roles();
  private static final char[] LOWER = lower();

  private final String text;
  private final int firstVisible;
  private final char[] word = new char[LONGEST];
  private int at;
  private int start;
  private int length;
  private int hash;
  private int digits;
  private boolean lineIsEmpty;

  /** Steps from a place on, or from the end of the word that stands there. */
  Words(String text, int from) {
    this.text = text;
    this.firstVisible = firstVisible(text);
    this.at = from;
    while (from > 0 && at < text.length() && isInWord(at - 1) && isInWord(at)) {
      at++;
    }
  }

  private static int firstVisible(String text) {
    int i = 0;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  Step next() {
    while (at < text.length()) {
      char c = text.charAt(at);
      byte role = c < ASCII ? ROLES[c] : 0;
      if (role == IN_WORD || (c >= ASCII && Character.isLetterOrDigit(c))) {
        return readWord();
      }
      at++;
      if (role == MARK) {
        Step step = mark(c, at - 1);
        if (step != Step.WORD) {
          return step;
        }
      }
    }
    return Step.TEXT_END;
  }

  /** The number of the word that was read. */
  int number(WordTable table) {
    if (length == LONGEST) {
      return WordTable.UNKNOWN;
    }
    int number = table.number(word, 0, length, hash);
    if (number == WordTable.UNKNOWN && digits > 0 && digits < length) {
      String letters = letters();
      letters.getChars(0, length, word, 0);
      return table.number(word, 0, length, letters.hashCode());
    }
    return number;
  }

  /** The word that was read; of a long one the beginning. */
  String word() {
    return new String(word, 0, length);
  }

  /** The word with the digits that pass for letters read as those. */
  String letters() {
    StringBuilder letters = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      boolean digit = word[i] >= '0' && word[i] <= '9';
      letters.append(digit ? LETTERS.charAt(word[i] - '0') : word[i]);
    }
    return letters.toString();
  }

  int start() {
    return start;
  }

  int end() {
    return at;
  }

  private Step readWord() {
    lineIsEmpty = false;
    start = at;
    length = 0;
    hash = 0;
    digits = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      char lower = c < ASCII ? LOWER[c] : lower(c);
      if (lower != 0) {
        append(lower);
      } else if (c != '\'' || (at + 1 < text.length() && !isInWord(at + 1))) {
        return Step.WORD;
      }
      at++;
    }
    return Step.BEGUN_WORD;
  }

  private void append(char lower) {
    digits += lower <= '9' ? 1 : 0;
    if (length < LONGEST) {
      word[length++] = lower;
    }
    hash = hash * 31 + lower;
  }

  private static char lower(char c) {
    return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
  }

  private Step mark(char c, int here) {
    switch (c) {
      case '\n' -> {
        boolean empty = lineIsEmpty;
        lineIsEmpty = true;
        return empty ? Step.PARAGRAPH_END : Step.LINE_END;
      }
      case '!', '?', ';' -> {
        return Step.SENTENCE_END;
      }
      case '.' -> {
        return here + 1 == text.length() || isInWord(here + 1) ? Step.WORD : Step.SENTENCE_END;
      }
      case '\'' -> {
        return apostrophe(here > 0 && isInWord(here - 1), isInWord(here + 1));
      }
      default -> {
        // A text that is one quotation as a whole quotes nobody.
        return here == firstVisible ? Step.WORD : Step.QUOTE;
      }
    }
  }

  private static Step apostrophe(boolean wordBefore, boolean wordAfter) {
    if (wordBefore == wordAfter) {
      return Step.WORD;
    }
    return wordAfter ? Step.QUOTE_BEGIN : Step.QUOTE_END;
  }

  private boolean isInWord(int index) {
    if (index >= text.length()) {
      return false;
    }
    char c = text.charAt(index);
    return c < ASCII ? ROLES[c] == IN_WORD : Character.isLetterOrDigit(c);
  }

  /** What each letter and digit is in lower case; 0 for everything else. */
  private static char[] lower() {
    char[] lower = new char[ASCII];
    for (char c = 0; c < ASCII; c++) {
      lower[c] = lower(c);
    }
    return lower;
  }

  private static byte[] roles() {
    byte[] roles = new byte[ASCII];
    for (char c = 0; c < ASCII; c++) {
      roles[c] = Character.isLetterOrDigit(c) ? IN_WORD : 0;
    }
    for (char c : new char[] {'\n', '!', '?', ';', '.', '\'', '"', '`'}) {
      roles[c] = MARK;
    }
    return roles;
  }
}
