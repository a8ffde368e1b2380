package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.lexicon.WordTable;

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

  /** A word with more signs of which each may be none is several. */
  private static final int MOST_DOUBTFUL = 3;

  /** More asterisks in a row are none. */
  private static final int MOST_MASKED = 4;

  private static final char NOT_IN_WORD = 0;
  private static final char[] IN_WORD = inWord();

  private final String text;
  private final char[] word = new char[LONGEST];
  private int at;
  private int start;
  private int length;
  private int hash;
  private int letters;
  private int disguised;
  private int doubtful;
  private int cutAt;
  private int cutLength;
  private int cutHash;
  private int cutLetters;
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
      if (inWord(c) != NOT_IN_WORD && c != '*' && !isDoubtful(c) && !isStray(c)) {
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
    return letters > 0 && length < LONGEST
        ? table.number(word, 0, length, hash)
        : WordTable.UNKNOWN;
  }

  /**
   * Reads the word again up to its first sign that passes for a letter in some words only; false if
   * there is none.
   */
  boolean cutAtSign() {
    if (doubtful == 0) {
      return false;
    }
    at = cutAt;
    length = Math.min(cutLength, LONGEST);
    hash = cutHash;
    letters = cutLetters;
    doubtful = 0;
    return true;
  }

  /** Whether digits or signs pass for some of its letters. */
  boolean isDisguised() {
    return disguised > 0;
  }

  /** Whether there is but one character between an index and the word, which may hide a letter. */
  boolean isNextTo(int index) {
    return start == index + 1 && " -._*".indexOf(text.charAt(index)) >= 0;
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

  /** Whether it may be one of which half the letters are digits or signs. */
  boolean mayBeWord() {
    return letters > 0;
  }

  /** Whether a space stands before it. */
  boolean isAfterSpace() {
    return start == 0 || text.charAt(start - 1) == ' ';
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
    return c != '\'' && c != ')' && inWord(c) == NOT_IN_WORD;
  }

  /** Whether a sentence is at its end however the text goes on. */
  boolean isSurelyEnd(Step step) {
    if (step != Step.SENTENCE_END) {
      return step == Step.LINE_END;
    }
    return switch (text.charAt(at - 1)) {
      case '.' -> at < text.length();
      case '!' -> at < text.length() && !isPart(at);
      default -> true;
    };
  }

  private void readWord() {
    start = at;
    length = 0;
    hash = 0;
    letters = 0;
    disguised = 0;
    doubtful = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      char folded = inWord(c);
      if (folded != NOT_IN_WORD && !isStray(c)) {
        if (isDoubtful(c) || (c == '*' && text.charAt(at + 1) == '*')) {
          if (doubtful == MOST_DOUBTFUL) {
            return;
          }
          markDoubtful();
        }
        append(c, folded);
        if (c == '(') {
          at++;
        }
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
    boolean isLetter = c >= 'A' && c != '|';
    letters += isLetter ? 1 : 0;
    disguised += isLetter || c == '*' ? 0 : 1;
    if (length < LONGEST) {
      word[length++] = folded;
    }
    hash = hash * 31 + folded;
  }

  private static boolean isDoubtful(char c) {
    return c == '!' || c == '|' || c == '#' || c == '+' || c == '(';
  }

  private void markDoubtful() {
    if (doubtful++ == 0) {
      cutAt = at;
      cutLength = length;
      cutHash = hash;
      cutLetters = letters;
    }
  }

  /**
   * An asterisk is emphasis, not a masked letter, unless letters stand on both sides; and dollars
   * and at signs stand for letters only inside a word.
   */
  private boolean isStray(char c) {
    if (c == '$' || c == '@') {
      return !isPart(at - 1);
    }
    if (isDoubtful(c)) {
      int after = c == '(' ? at + 2 : at + 1;
      return !isPart(at - 1) || !isPart(after) || (c == '(' && text.charAt(at + 1) != ')');
    }
    return c == '*' && !isMask();
  }

  /** Whether a letter, a digit or a sign that passes for one is there. */
  private boolean isPart(int index) {
    return index >= 0
        && index < text.length()
        && inWord(text.charAt(index)) != NOT_IN_WORD
        && text.charAt(index) != '*';
  }

  /** Whether a letter follows soon on the asterisks; a letter or one more of them is before. */
  private boolean isMask() {
    int after = at + 1;
    while (after < text.length() && after - at < MOST_MASKED && text.charAt(after) == '*') {
      after++;
    }
    return isLetter(after);
  }

  /** What a character between words means; {@link Step#WORD} where it means nothing. */
  private Step mark(char c, int here) {
    return switch (c) {
      case '\n' -> Step.LINE_END;
      case '!' -> isLetter(here + 1) && isBlank(here - 1) ? Step.WORD : Step.SENTENCE_END;
      case '?', ';' -> Step.SENTENCE_END;
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

  private boolean isBlank(int index) {
    return index < 0 || text.charAt(index) == ' ';
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
    String signs = "0123456789@$*!|#+(";
    String letters = "oizeasgtbgas*ii*to";
    for (int i = 0; i < signs.length(); i++) {
      table[signs.charAt(i)] = letters.charAt(i);
    }
    return table;
  }
}
