package com.keeptrusts.gateway.policy.pii;

import java.util.List;

/** Whether characters were drawn by a machine, typed by a human, or stand for others. */
final class Randomness {
  private static final int LONGEST_REPEAT = 5;
  private static final int LEAST_KINDS = 5;
  private static final int RANDOM_KINDS = 8;

  private static final List<String> STANDING_FOR_OTHERS =
      List.of(
          "your",
          "example",
          "placeholder",
          "xxxx",
          "redacted",
          "insert",
          "replace",
          "changeme",
          "dummy",
          "abcdefghijklmnopqrstuvwxyz",
          "token_here",
          "key_here",
          "1234567890abcdef");

  private final String text;
  private final int start;
  private final int end;
  private int letters;
  private int digits;
  private int switches;
  private int repeat;
  private long kinds;
  private long otherKinds;

  private Randomness(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
    count();
  }

  static Randomness of(String text, int start, int end) {
    return new Randomness(text, start, end);
  }

  private void count() {
    int run = 1;
    int last = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int type = type(c);
      run = i > start && c == text.charAt(i - 1) ? run + 1 : 1;
      repeat = Math.max(repeat, run);
      switches += type != 0 && last != 0 && type != last ? 1 : 0;
      last = type == 0 ? last : type;
      kinds |= c < 64 ? 1L << c : 0;
      otherKinds |= c >= 64 ? 1L << (c & 63) : 0;
    }
  }

  /** Digit, lower or upper; 0 for a sign. */
  private int type(char c) {
    if (DigitGroups.isDigit(c)) {
      digits++;
      return 1;
    }
    if (Surroundings.isLetter(c)) {
      letters++;
      return c >= 'a' ? 2 : 3;
    }
    return 0;
  }

  int length() {
    return end - start;
  }

  boolean hasLetters() {
    return letters > 0;
  }

  boolean hasDigits() {
    return digits > 0;
  }

  /** How many different signs there are that are neither letters nor digits. */
  int differentSigns() {
    long signsBelow = kinds & ~(0x3FFL << '0');
    long signsAbove = otherKinds & ~0x07FFFFFE07FFFFFEL;
    return Long.bitCount(signsBelow) + Long.bitCount(signsAbove);
  }

  /** How many different characters there are. */
  int kinds() {
    return Long.bitCount(kinds) + Long.bitCount(otherKinds);
  }

  /** {@code xxxxxxxx}, {@code your-key-here}: shows where a secret belongs. */
  boolean isPlaceholder() {
    return repeat > LONGEST_REPEAT || kinds() < LEAST_KINDS || hasPlaceholderWord();
  }

  /** Letters and digits mixed, or capitals where words have none. */
  boolean isRandom() {
    if (isPlaceholder() || kinds() < Math.min(RANDOM_KINDS, length() / 2 + 1)) {
      return false;
    }
    return switches * 100 >= length() * (digits > 0 ? 15 : 33);
  }

  private boolean hasPlaceholderWord() {
    for (String word : STANDING_FOR_OTHERS) {
      for (int i = start; i + word.length() <= end; i++) {
        if (text.regionMatches(true, i, word, 0, word.length())) {
          return true;
        }
      }
    }
    return false;
  }
}
