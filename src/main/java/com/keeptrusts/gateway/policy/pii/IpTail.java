package com.keeptrusts.gateway.policy.pii;

/** What, at the end of a text that goes on, may be the beginning of an address. */
final class IpTail {
  /** The longest address and its zone, and a sign beside it. */
  static final int LONGEST = IpV6.LONGEST + 1 + IpV6Place.LONGEST_ZONE + 1;

  private IpTail() {}

  /** Where it begins; the text's length when there is none. */
  static int start(String text) {
    int end = text.length();
    int sign = beforeSign(text, end);
    if (sign < end) {
      return start(text, end, sign);
    }
    return Math.min(start(text, end, end), start(text, end, beforeZone(text, end)));
  }

  /** Where what ends at {@code last} begins, with a sign or a zone between it and the end. */
  private static int start(String text, int end, int last) {
    int limit = Math.max(0, end - LONGEST);
    int start = last;
    int row = last;
    while (start > limit && IpV6Place.isPart(text.charAt(start - 1))) {
      start--;
      row = row == start + 1 && isRow(text.charAt(start)) ? start : row;
    }
    if (last < end && !hasSeparator(text, start)) {
      return end;
    }
    if (start < last && mayBeV6(text, start, last)) {
      return start;
    }
    int v4 = firstNumber(text, row, last);
    boolean open = v4 < last && last - v4 <= IpV4.LONGEST + 1 && mayBegin(text, v4);
    return open ? v4 : end;
  }

  /** Of a row of numbers and dots, the first that one dot ties to the next: {@code 7..10.0}. */
  private static int firstNumber(String text, int row, int end) {
    int first = row;
    for (int i = row; i < end; i++) {
      if (text.charAt(i) == '.') {
        boolean number = i > row && DigitGroups.isDigit(text.charAt(i - 1));
        boolean apart = i + 1 < end && text.charAt(i + 1) == '.';
        if (number && !apart) {
          return first;
        }
        first = i + 1;
      }
    }
    return first;
  }

  /** A sign after an address says whether it is one: {@code 1.2.3.4-beta}. */
  private static int beforeSign(String text, int end) {
    boolean sign = "-+ /".indexOf(Surroundings.at(text, end - 1)) >= 0 && end > 0;
    return sign && IpV6Place.isPart(Surroundings.at(text, end - 2)) ? end - 1 : end;
  }

  private static int beforeZone(String text, int end) {
    int i = end;
    while (end - i <= IpV6Place.LONGEST_ZONE && IpV6Place.isZone(Surroundings.at(text, i - 1))) {
      i--;
    }
    return Surroundings.at(text, i - 1) == '%' ? i - 1 : end;
  }

  private static boolean mayBeV6(String text, int start, int end) {
    if (end - start > IpV6.LONGEST + 1 || !IpV6Place.isFree(text, start)) {
      return false;
    }
    return text.charAt(start) != '.' && (hasSeparator(text, start) || end - start <= 4);
  }

  private static boolean hasSeparator(String text, int start) {
    return text.indexOf(':', start) >= 0 || text.indexOf('.', start) >= 0;
  }

  private static boolean mayBegin(String text, int start) {
    return !Surroundings.isInWord(text, start, text.length());
  }

  private static boolean isRow(char c) {
    return c == '.' || DigitGroups.isDigit(c);
  }
}
