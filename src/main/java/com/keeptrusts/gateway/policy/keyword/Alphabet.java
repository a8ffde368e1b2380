package com.keeptrusts.gateway.policy.keyword;

import java.util.Collection;

/** The characters that the keywords have, numbered; upper and lower case may be one. */
final class Alphabet {
  /** A character that no keyword has. */
  static final int OTHER = 0;

  /** White space of any kind. */
  static final int SPACE = 1;

  /** Not a character: a word begins here. */
  static final int WORD_BEGIN = 2;

  private static final int FIRST = 3;
  private static final int PAGE = 256;

  private static final boolean[] ASCII_JOINS = asciiJoins();

  private final char[][] pages = new char[PAGE][];
  private final boolean caseSensitive;
  private int size = FIRST;

  Alphabet(Collection<String> keywords, boolean caseSensitive) {
    this.caseSensitive = caseSensitive;
    for (String keyword : keywords) {
      keyword.chars().forEach(c -> admit((char) c));
    }
  }

  /** The number of a character. */
  int symbol(char c) {
    if (isSpace(c)) {
      return SPACE;
    }
    char[] page = pages[c / PAGE];
    return page == null ? OTHER : page[c % PAGE];
  }

  /** How many numbers there are. */
  int size() {
    return size;
  }

  /** White space, as keywords of several words may have between them. */
  static boolean isSpace(char c) {
    return c <= ' ' ? c == ' ' || (c >= '\t' && c <= '\r') : Character.isWhitespace(c);
  }

  /**
   * Whether a word goes on over this character's neighbours. Scripts without spaces between words
   * have no words that could go on.
   */
  static boolean joins(char c) {
    if (c < ASCII_JOINS.length) {
      return ASCII_JOINS[c];
    }
    return Character.isLetterOrDigit(c) && !isWithoutSpaces(c);
  }

  private static boolean isWithoutSpaces(char c) {
    boolean thaiOrLao = c >= 0x0E00 && c <= 0x0EFF;
    boolean burmese = c >= 0x1000 && c <= 0x109F;
    boolean khmer = c >= 0x1780 && c <= 0x17FF;
    boolean kana = c >= 0x3040 && c <= 0x30FF;
    return thaiOrLao || burmese || khmer || kana || Character.isIdeographic(c);
  }

  private void admit(char c) {
    char folded = fold(c);
    if (isSpace(c) || symbol(folded) != OTHER) {
      return;
    }
    int symbol = size++;
    put(folded, symbol);
    // Some letters have two lower cases, which are near each other.
    int page = folded - folded % PAGE;
    for (int other = page; other < page + PAGE; other++) {
      if (fold((char) other) == folded) {
        put((char) other, symbol);
      }
    }
  }

  private char fold(char c) {
    return caseSensitive ? c : Character.toLowerCase(Character.toUpperCase(c));
  }

  private void put(char c, int symbol) {
    char[] page = pages[c / PAGE];
    if (page == null) {
      page = new char[PAGE];
      pages[c / PAGE] = page;
    }
    page[c % PAGE] = (char) symbol;
  }

  private static boolean[] asciiJoins() {
    boolean[] joins = new boolean[0x80];
    for (char c = 0; c < joins.length; c++) {
      joins[c] = Character.isLetterOrDigit(c);
    }
    return joins;
  }
}
