package com.keeptrusts.gateway.apischema;

import java.util.Optional;

/** Text in which characters are written as JSON's {@code \\u} escapes. */
final class EscapedText {
  private static final int DIGITS = 4;

  private EscapedText() {}

  /** The text with its escapes undone; empty when there is none. */
  static Optional<String> unescaped(String text) {
    int at = text.indexOf("\\u");
    if (at < 0) {
      return Optional.empty();
    }
    StringBuilder plain = new StringBuilder(text.length());
    int done = 0;
    while (at >= 0) {
      int code = code(text, at + 2);
      if (code >= 0) {
        plain.append(text, done, at).append((char) code);
        done = at + 2 + DIGITS;
      }
      at = text.indexOf("\\u", Math.max(done, at + 2));
    }
    return done == 0
        ? Optional.empty()
        : Optional.of(plain.append(text, done, text.length()).toString());
  }

  private static int code(String text, int start) {
    if (start + DIGITS > text.length()) {
      return -1;
    }
    int code = 0;
    for (int i = start; i < start + DIGITS; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
