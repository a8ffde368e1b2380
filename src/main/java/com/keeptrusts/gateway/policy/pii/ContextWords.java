package com.keeptrusts.gateway.policy.pii;

import java.util.List;

/**
 * Whether one of some words stands near a place in a text. Places are asked for from left to right,
 * so that the text is read once however many there are.
 */
final class ContextWords {
  private static final int NONE = -1;

  private final String text;
  private final List<String> words;
  private final int reach;
  private final int firstLetters;
  private int scanned;
  private int latest = NONE;

  /**
   * Words to look for.
   *
   * @param words in lower case
   * @param reach how many characters away a word may begin or end
   */
  ContextWords(String text, List<String> words, int reach) {
    this.text = text;
    this.words = words;
    this.reach = reach;
    int letters = 0;
    for (String word : words) {
      letters |= 1 << word.charAt(0);
    }
    this.firstLetters = letters;
  }

  /** Whether a word is near; {@code start} no smaller than that of the call before. */
  boolean near(int start, int end) {
    int limit = Math.min(text.length(), end + reach);
    for (; scanned < limit; scanned++) {
      int wordEnd = wordAt(scanned);
      if (wordEnd != NONE) {
        latest = wordEnd;
      }
    }
    return latest != NONE && latest >= start - reach;
  }

  private int wordAt(int at) {
    char c = text.charAt(at);
    // Upper and lower case differ by 32, which a shift of an int does not see.
    if ((firstLetters & 1 << c) == 0
        || !Surroundings.isLetter(c)
        || Surroundings.isLetter(Surroundings.at(text, at - 1))) {
      return NONE;
    }
    for (String word : words) {
      int end = at + word.length();
      if (text.regionMatches(true, at, word, 0, word.length())
          && !Surroundings.isLetter(Surroundings.at(text, end))) {
        return end;
      }
    }
    return NONE;
  }
}
