package com.keeptrusts.gateway.policy.pii;

import org.jspecify.annotations.Nullable;

/** Reads an account number from a place in a text on, parted or not. */
final class IbanReading {
  /** Nothing that begins there is an account number. */
  static final int NONE = -1;

  /** The text ends too early to tell. */
  static final int OPEN = -2;

  /** The longest that any country has. */
  static final int MAX_CHARACTERS = 34;

  /** Fours need eight; some countries part by bank, branch and account. */
  static final int MAX_GAPS = 12;

  private static final int HEAD = 4;

  /** Words of letters alone would do for the accounts of some countries. */
  private static final int FEWEST_DIGITS = 6;

  private static final int MODULUS = 97;
  private static final int CASE_BIT = 0x20;

  private final String text;
  private int at;
  private int gaps;
  private boolean hyphened;
  private int upperCase;
  private int lowerCase;
  private int digits;
  private int remainder;

  private IbanReading(String text, int start) {
    this.text = text;
    this.at = start;
  }

  /** Where the account number that begins here ends, or {@link #NONE}, or {@link #OPEN}. */
  static int end(String text, int start) {
    int length = text.length();
    if (start + 1 == length) {
      return Surroundings.isLetter(text.charAt(start)) ? OPEN : NONE;
    }
    String account = account(text, start);
    if (account == null) {
      return NONE;
    }
    for (int i = start + 2; i < start + HEAD; i++) {
      if (i >= length) {
        return OPEN;
      }
      if (!DigitGroups.isDigit(text.charAt(i))) {
        return NONE;
      }
    }
    return new IbanReading(text, start + HEAD).read(account, start);
  }

  private static @Nullable String account(String text, int start) {
    char first = text.charAt(start);
    char second = text.charAt(start + 1);
    boolean letters = Surroundings.isLetter(first) && Surroundings.isLetter(second);
    return letters ? IbanCountries.account(first, second) : null;
  }

  private int read(String account, int start) {
    for (int i = 0; i < account.length(); i++) {
      skipGap();
      if (at >= text.length()) {
        return OPEN;
      }
      char c = text.charAt(at++);
      if (!isOfKind(c, account.charAt(i))) {
        return NONE;
      }
      add(c);
    }
    return isWhole() && isRight(start) ? at : NONE;
  }

  private void skipGap() {
    if (at < text.length() && gaps < MAX_GAPS && isGap(text.charAt(at))) {
      hyphened |= text.charAt(at) == '-';
      gaps++;
      at++;
    }
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '-' || c == '.';
  }

  private static boolean isOfKind(char c, char kind) {
    return switch (kind) {
      case IbanCountries.DIGIT -> DigitGroups.isDigit(c);
      case IbanCountries.LETTER -> Surroundings.isLetter(c);
      default -> Surroundings.isWordCharacter(c);
    };
  }

  private void add(char c) {
    if (DigitGroups.isDigit(c)) {
      digits++;
      remainder = (remainder * 10 + c - '0') % MODULUS;
      return;
    }
    boolean lower = (c & CASE_BIT) != 0;
    upperCase += lower ? 0 : 1;
    lowerCase += lower ? 1 : 0;
    remainder = (remainder * 100 + (c | CASE_BIT) - 'a' + 10) % MODULUS;
  }

  private boolean isWhole() {
    char next = Surroundings.at(text, at);
    boolean tied = hyphened && next == '-';
    return !Surroundings.isWordCharacter(tied ? Surroundings.at(text, at + 1) : next);
  }

  /** Country and check digits count last; letters are all of one case. */
  private boolean isRight(int start) {
    int account = digits;
    add(text.charAt(start));
    add(text.charAt(start + 1));
    int check = (text.charAt(start + 2) - '0') * 10 + text.charAt(start + 3) - '0';
    return account >= FEWEST_DIGITS
        && (upperCase == 0 || lowerCase == 0)
        && check >= 2
        && check <= 98
        && (remainder * 100 + check) % MODULUS == 1;
  }
}
