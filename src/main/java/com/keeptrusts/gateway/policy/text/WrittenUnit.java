package com.keeptrusts.gateway.policy.text;

/**
 * A character written as JSON's {@code \\u} escape, as it stands in JSON that is itself a string:
 * the model reads through it.
 */
final class WrittenUnit {
  /** How long one is, in characters. */
  static final int LENGTH = 6;

  private static final int NONE = -1;

  private WrittenUnit() {}

  /** The UTF-16 unit that is written at a place; negative when none is. */
  static int at(String text, int start) {
    if (start + LENGTH > text.length()
        || text.charAt(start) != '\\'
        || text.charAt(start + 1) != 'u') {
      return NONE;
    }
    int unit = 0;
    for (int i = start + 2; i < start + LENGTH; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) >= 0x80) {
        return NONE;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }

  /** Where the beginning of one stands that a text ends in; the text's length when it does not. */
  static int unfinished(String text) {
    int backslash = text.lastIndexOf('\\');
    if (backslash < 0 || text.length() - backslash >= LENGTH) {
      return text.length();
    }
    for (int i = backslash + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i == backslash + 1 ? c != 'u' : Character.digit(c, 16) < 0) {
        return text.length();
      }
    }
    return backslash;
  }
}
