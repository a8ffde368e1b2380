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

  /** Longer words are not looked up. */
  static final int LONGEST = 32;

  private static final char NOT_IN_WORD = 0;
  private static final char[] IN_WORD = inWord();

  private final String text;
  private final char[] word = new char[LONGEST];
  private int at;
  private int start;
  private int length;
  private int hash;
  private int letters;
  private boolean isApart;

  /** Reads a text from an index on. */
  Words(String text, int from) {
    this.text = text;
    this.at = from;
  }

  Step next() {
    isApart = false;
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
    return hasLetter() && length < LONGEST
        ? table.number(word, 0, length, hash)
        : WordTable.UNKNOWN;
  }

  /** Whether a comma or the like stands before it. */
  boolean isApart() {
    return isApart;
  }

  /** Its characters, valid until the next step; of a very long word only the first ones. */
  char[] chars() {
    return word;
  }

  /** Whether it is a word: most characters of a number or an identifier are digits. */
  boolean hasLetter() {
    return letters * 2 > length || (letters == 1 && length == 2);
  }

  /** How many characters it has. */
  int length() {
    return length;
  }

  /** As {@link String#hashCode} of its characters. */
  int hash() {
    return hash;
  }

  int start() {
    return start;
  }

  int end() {
    return at;
  }

  /** Whether a character stands between words. */
  static boolean isBetween(char c) {
    return c != '\'' && inWord(c) == NOT_IN_WORD;
  }

  /** Whether a sentence is at its end however the text goes on. */
  boolean isSurelyEnd(Step step) {
    return step == Step.LINE_END
        || (step == Step.SENTENCE_END && (text.charAt(at - 1) != '.' || at < text.length()));
  }

  private void readWord() {
    start = at;
    length = 0;
    hash = 0;
    letters = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      char folded = inWord(c);
      if (folded != NOT_IN_WORD && !isStray(c)) {
        append(c, folded);
      } else if (c != '\'' || !isLetter(at + 1) || !isLetter(at - 1) || isContraction()) {
        return;
      }
      at++;
    }
  }

  /** "they're", "I'll", "women's" are two words, "don't" is one. */
  private boolean isContraction() {
    char first = Character.toLowerCase(text.charAt(at + 1));
    if (!isLetter(at + 2)) {
      return "smd".indexOf(first) >= 0;
    }
    char second = Character.toLowerCase(text.charAt(at + 2));
    return !isLetter(at + 3)
        && (second == 'e' ? "rv".indexOf(first) >= 0 : first == 'l' && second == 'l');
  }

  private void append(char c, char folded) {
    letters += c >= 'A' ? 1 : 0;
    if (length < LONGEST) {
      word[length++] = folded;
    }
    hash = hash * 31 + folded;
  }

  /**
   * An asterisk is emphasis, not a masked letter, unless letters stand on both sides; and dollars
   * and at signs stand for letters only inside a word.
   */
  private boolean isStray(char c) {
    if (c == '$' || c == '@') {
      return !isLetter(at - 1);
    }
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
      case ',', ':', '(', ')', '[', ']' -> apart();
      case '-' -> here > 0 && text.charAt(here - 1) == ' ' ? apart() : Step.WORD;
      case '\'' -> apostrophe(isLetter(here - 1), isLetter(here + 1));
      default -> Step.WORD;
    };
  }

  private Step apart() {
    isApart = true;
    return Step.WORD;
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
