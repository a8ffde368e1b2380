package com.keeptrusts.gateway.cli;

/**
 * Text from outside, safe on a terminal: a client names its model, and a name could move the cursor
 * or turn the writing round.
 */
final class PlainText {
  private PlainText() {}

  /** The text on one line, with what is not to be seen as an escape. */
  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isVisible(c)) {
        plain.append(c);
      } else {
        plain.append("\\u").append(hex(c));
      }
    }
    return plain.toString();
  }

  /** As one word of a line of {@code name=value}; quoted where it would be taken for more. */
  static String word(String text) {
    String plain = of(text);
    boolean oneWord = !plain.isEmpty();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      oneWord &= c != ' ' && c != '"' && c != '=';
    }
    return oneWord ? plain : '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static boolean isVisible(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String hex(char c) {
    String digits = Integer.toHexString(c);
    return "0".repeat(4 - digits.length()) + digits;
  }
}
