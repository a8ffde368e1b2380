package com.keeptrusts.gateway.policy.pii;

/** What stands before the first digit of what may be a phone number. */
enum PhoneStart {
  /** Something that makes it part of something else. */
  NONE,
  /** A plus: the country's code follows. */
  PLUS,
  /** Nothing that speaks against it. */
  FREE,
  /** Other digits, and a gap after them. */
  AFTER_DIGITS,
  /** Something that speaks against it, unless a word says that it is a phone number. */
  TIED;

  /** The most characters before the first digit that belong to the number. */
  static final int LONGEST = 2;

  private static final int GAP = 5;

  /** How the digits that begin here begin. */
  static PhoneStart at(String text, int digit) {
    char before = Surroundings.at(text, digit - 1);
    if (before == '+') {
      return isInSum(text, digit - 1) ? NONE : PLUS;
    }
    int start = before == '(' ? digit - 1 : digit;
    return kind(text, start, before == '(');
  }

  private static boolean isInSum(String text, int plus) {
    return Surroundings.isInWord(text, plus, text.length());
  }

  private static PhoneStart kind(String text, int start, boolean bracket) {
    char before = Surroundings.at(text, start - 1);
    char further = Surroundings.at(text, start - 2);
    return switch (before) {
      case ' ', ')' -> followsDigits(text, start) ? AFTER_DIGITS : FREE;
      case '.' -> Surroundings.isLetter(further) ? TIED : NONE;
      case '-', '/', '=', '#', '_' -> Surroundings.isLetter(further) ? TIED : NONE;
      case ':' -> DigitGroups.isDigit(further) ? NONE : FREE;
      case '+', '$', '%', '&', '*', '@', '^', '~', '\u00A3', '\u00A5', '\u20AC' -> NONE;
      default -> {
        boolean inWord = Surroundings.isInWord(text, start, text.length());
        yield inWord && !(bracket && Surroundings.isLetter(before)) ? NONE : FREE;
      }
    };
  }

  private static boolean followsDigits(String text, int start) {
    for (int i = start - 1; i >= start - GAP; i--) {
      char c = Surroundings.at(text, i);
      if (DigitGroups.isDigit(c)) {
        return true;
      }
      if (" -./()".indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }

  /** Where the number begins whose first digit this is. */
  int before(String text, int digit) {
    boolean bracket =
        Surroundings.at(text, digit - 1) == '('
            || (this == PLUS && Surroundings.at(text, digit - 2) == '(');
    if (this == PLUS) {
      return bracket ? digit - 2 : digit - 1;
    }
    return bracket ? digit - 1 : digit;
  }

  /** Where, at the end of a text, a plus or a bracket begins a number that is to come. */
  static int unfinished(String text) {
    int length = text.length();
    char last = Surroundings.at(text, length - 1);
    boolean plus = last == '+' && !isInSum(text, length - 1);
    if (plus && Surroundings.at(text, length - 2) == '(') {
      return length - 2;
    }
    return plus || last == '(' ? length - 1 : length;
  }
}
