package com.keeptrusts.gateway.policy.pii;

/** Whether a text only shows where a value belongs: {@code ${PASSWORD}}, {@code <token>}, …. */
final class Placeholder {
  private Placeholder() {}

  static boolean is(String text, int start, int end) {
    return start >= end || isVariable(text, start, end) || isRepeated(text, start, end);
  }

  private static boolean isVariable(String text, int start, int end) {
    char first = text.charAt(start);
    char second = end - start > 1 ? text.charAt(start + 1) : ' ';
    char last = text.charAt(end - 1);
    return switch (first) {
      case '$' -> isName(text, start + 1, end) || isFramed(text, start + 1, end);
      case '%' -> end - start == 2 || second == '(' || last == '%' || second == '{';
      case '{' -> isFramed(text, start, end);
      case '<', '[', '(' -> last == closing(first);
      default -> false;
    };
  }

  /** Braces around a name, or two of them around more than that. */
  private static boolean isFramed(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && closing(text.charAt(from)) != 0) {
      if (text.charAt(to - 1) != closing(text.charAt(from))) {
        return false;
      }
      from++;
      to--;
    }
    return from > start && isName(text, from, to);
  }

  private static char closing(char opening) {
    return switch (opening) {
      case '{' -> '}';
      case '<' -> '>';
      case '[' -> ']';
      case '(' -> ')';
      default -> 0;
    };
  }

  private static boolean isName(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Surroundings.isWordCharacter(c) && " _.-$:".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** {@code ****}, {@code xxxx}, {@code ...}. */
  private static boolean isRepeated(String text, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (text.charAt(i) != text.charAt(start)) {
        return false;
      }
    }
    return true;
  }
}
