package com.keeptrusts.gateway.policy.keyword;

import java.util.Collection;

/** Keywords, compiled. */
final class Keywords {
  private final Alphabet alphabet;
  private final Automaton automaton;
  private final Beginnings beginnings;
  private final boolean wholeWords;
  private final int longest;
  private final int placesNeeded;

  /**
   * Compiles keywords.
   *
   * @param keywords in their normal form, none empty
   * @param wholeWords whether a keyword may not be part of a longer word
   */
  Keywords(Collection<String> keywords, boolean wholeWords, boolean caseSensitive) {
    this.alphabet = new Alphabet(keywords, caseSensitive);
    this.beginnings = new Beginnings(keywords, alphabet);
    this.wholeWords = wholeWords;
    // A word begins at most at every character.
    this.automaton = new Automaton(1 + 2 * keywords.stream().mapToInt(String::length).sum());
    int most = 0;
    int mostCharacters = 0;
    for (String keyword : keywords) {
      mostCharacters = Math.max(mostCharacters, keyword.length());
      most = Math.max(most, add(keyword));
    }
    automaton.link();
    this.longest = most;
    this.placesNeeded = Integer.highestOneBit(mostCharacters) * 2;
  }

  private int add(String keyword) {
    int state = Automaton.ROOT;
    int length = 0;
    boolean joined = false;
    boolean space = false;
    for (int i = 0; i < keyword.length(); i++) {
      char c = keyword.charAt(i);
      boolean joins = Alphabet.joins(c);
      if (wholeWords && joins && !joined) {
        state = automaton.add(state, Alphabet.WORD_BEGIN);
      }
      int symbol = alphabet.symbol(c);
      if (symbol != Alphabet.SPACE || !space) {
        state = automaton.add(state, symbol);
        length += symbol == Alphabet.SPACE ? Scan.MOST_SPACES : 1;
      }
      joined = joins;
      space = symbol == Alphabet.SPACE;
    }
    automaton.end(state);
    return length;
  }

  Alphabet alphabet() {
    return alphabet;
  }

  Automaton automaton() {
    return automaton;
  }

  Beginnings beginnings() {
    return beginnings;
  }

  boolean wholeWords() {
    return wholeWords;
  }

  /** The longest text that can be a keyword, with all the white space that it may have. */
  int longest() {
    return longest;
  }

  /** A power of two above the characters of every keyword. */
  int placesNeeded() {
    return placesNeeded;
  }
}
