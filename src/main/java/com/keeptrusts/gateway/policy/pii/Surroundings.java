package com.keeptrusts.gateway.policy.pii;

/** What stands right beside a run of digits and makes it part of something else. */
final class Surroundings {
  private Surroundings() {}

  /** Whether the digits are cut out of an identifier, a hash or a base64 word. */
  static boolean isInWord(String text, int start, int end) {
    return (isWordCharacter(at(text, start - 1)) && !isEscape(text, start - 1))
        || isWordCharacter(at(text, end));
  }

  /** Whether a letter is the second half of a line break written out, as in JSON within JSON. */
  static boolean isEscape(String text, int letter) {
    return "nrtbf".indexOf(at(text, letter)) >= 0 && at(text, letter - 1) == '\\';
  }

  /** Whether the digits are one side of a decimal number or of a version. */
  static boolean isInDecimal(String text, int start, int end) {
    boolean after = at(text, end) == '.' && DigitGroups.isDigit(at(text, end + 1));
    // "no.4111…" is a sentence without its space, ".4111…" a fraction.
    boolean before = at(text, start - 1) == '.' && !isLetter(at(text, start - 2));
    return after || before;
  }

  /** Whether the number is written as a phone number is abroad. */
  static boolean isAfterPlus(String text, int start) {
    return at(text, start - 1) == '+';
  }

  static char at(String text, int index) {
    return index < 0 || index >= text.length() ? ' ' : text.charAt(index);
  }

  static boolean isWordCharacter(char c) {
    return isLetter(c) || DigitGroups.isDigit(c);
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
