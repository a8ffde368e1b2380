package com.keeptrusts.gateway.policy.content;

/**
 * Steps through a text word by word. A word is in lower case, without apostrophes, and with the
 * digits and signs that pass for letters read as those.
 */
final class Words {
  /** What a step ended at. */
  enum Step {
    WORD,
    /** A double quotation mark, which begins or ends a quotation. */
    QUOTE,
    QUOTE_BEGIN,
    QUOTE_END,
    SENTENCE_END,
    LINE_END,
    TEXT_END
  }

  private static final int LONGEST = 32;
  private static final char NOT_IN_WORD = 0;
  private static final char[] IN_WORD = inWord();

  private final String text;
  private final char[] word = new char[LONGEST];
  private int at;
  private int start;
  private int length;
  private int hash;
  private boolean hasLetter;

  Words(String text) {
    this.text = text;
  }

  Step next() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (inWord(c) != NOT_IN_WORD && !isStray(c)) {
        readWord();
        return Step.WORD;
      }
      Step step = mark(c, at++);
      if (step != Step.WORD) {
        return step;
      }
    }
    return Step.TEXT_END;
  }

  /** The number of the word that was read. */
  int number(WordTable table) {
    return hasLetter && length < LONGEST ? table.number(word, length, hash) : WordTable.UNKNOWN;
  }

  int start() {
    return start;
  }

  int end() {
    return at;
  }

  private void readWord() {
    start = at;
    length = 0;
    hash = 0;
    hasLetter = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      char folded = inWord(c);
      if (folded != NOT_IN_WORD && !isStray(c)) {
        append(c, folded);
      } else if (c != '\'' || !isLetter(at + 1) || !isLetter(at - 1)) {
        return;
      }
      at++;
    }
  }

  private void append(char c, char folded) {
    hasLetter |= c >= 'A' && c != '_';
    if (length < LONGEST) {
      word[length++] = folded;
    }
    hash = hash * 31 + folded;
  }

  /** An asterisk is emphasis, not a masked letter, unless letters stand on both sides. */
  private boolean isStray(char c) {
    return c == '*' && !(isMasked(at - 1) && isMasked(at + 1));
  }

  private boolean isMasked(int index) {
    return isLetter(index)
        || (index > 0 && index < text.length() && text.charAt(index) == '*' && isLetter(index - 1));
  }

  /** What a character between words means; {@link Step#WORD} where it means nothing. */
  private Step mark(char c, int here) {
    return switch (c) {
      case '\n' -> Step.LINE_END;
      case '!', '?', ';' -> Step.SENTENCE_END;
      case '.' -> isLetter(here + 1) ? Step.WORD : Step.SENTENCE_END;
      case '"' -> Step.QUOTE;
      case '\'' -> apostrophe(isLetter(here - 1), isLetter(here + 1));
      default -> Step.WORD;
    };
  }

  private static Step apostrophe(boolean letterBefore, boolean letterAfter) {
    if (letterBefore == letterAfter) {
      return Step.WORD;
    }
    return letterAfter ? Step.QUOTE_BEGIN : Step.QUOTE_END;
  }

  private boolean isLetter(int index) {
    return index >= 0 && index < text.length() && Character.isLetter(text.charAt(index));
  }

  private static char inWord(char c) {
    if (c < IN_WORD.length) {
      return IN_WORD[c];
    }
    return Character.isLetter(c) ? c : NOT_IN_WORD;
  }

  private static char[] inWord() {
    char[] table = new char[0x80];
    for (char c = 'a'; c <= 'z'; c++) {
      table[c] = c;
      table[Character.toUpperCase(c)] = c;
    }
    String signs = "0123456789@$*";
    String letters = "oizeasgtbgas*";
    for (int i = 0; i < signs.length(); i++) {
      table[signs.charAt(i)] = letters.charAt(i);
    }
    return table;
  }
}
