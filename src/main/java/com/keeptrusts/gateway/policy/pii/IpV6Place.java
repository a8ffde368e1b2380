package com.keeptrusts.gateway.policy.pii;

import java.util.Locale;
import java.util.Set;

/** Where an IPv6 address may begin, and whether what stands there is meant as one. */
final class IpV6Place {
  static final int LONGEST_ZONE = 15;
  private static final int LONGEST_NAME = 12;

  private static final Set<String> NAMES =
      Set.of("address", "addr", "bind", "host", "ip", "ipv6", "listen", "unspecified");

  private IpV6Place() {}

  /** Where the address begins of which this is the first colon; negative when it is none. */
  static int start(String text, int colon) {
    int start = colon;
    while (colon - start <= 4 && IpV6.isHex(Surroundings.at(text, start - 1))) {
      start--;
    }
    boolean group = start < colon && colon - start <= 4;
    boolean compressed = start == colon && Surroundings.at(text, colon + 1) == ':';
    return (group || compressed) && isFree(text, start) ? start : -1;
  }

  /** Whether nothing stands before that an address would be a part of. */
  static boolean isFree(String text, int start) {
    char before = Surroundings.at(text, start - 1);
    return before != ':'
        && before != '_'
        && before != '.'
        && !Surroundings.isInWord(text, start, Integer.MAX_VALUE);
  }

  /** Where the address ends, zone included; negative when there is none. */
  static int end(String text, int start) {
    int end = IpV6.end(text, start);
    if (end < 0
        || Surroundings.isWordCharacter(Surroundings.at(text, end))
        || Surroundings.at(text, end) == '_'
        || !isMeant(text, start, end)) {
      return -1;
    }
    return zoneEnd(text, end);
  }

  static boolean isPart(char c) {
    return c == ':' || c == '.' || IpV6.isHex(c);
  }

  private static int zoneEnd(String text, int end) {
    if (Surroundings.at(text, end) != '%') {
      return end;
    }
    int zone = end + 1;
    while (zone - end <= LONGEST_ZONE && isZone(Surroundings.at(text, zone))) {
      zone++;
    }
    return zone == end + 1 || isZone(Surroundings.at(text, zone)) ? end : zone;
  }

  static boolean isZone(char c) {
    return Surroundings.isWordCharacter(c);
  }

  private static boolean isMeant(String text, int start, int end) {
    Shape shape = new Shape(text, start, end);
    boolean marked = isMarked(text, start, end);
    if (shape.groups == 0) {
      return marked || isNamed(text, start);
    }
    if (shape.allPairs && shape.groups == 8) {
      // An EUI-64, as the addresses of devices are written.
      return false;
    }
    if (shape.isSlice()) {
      return marked || (shape.isLoopback() && !isIndexed(text, start));
    }
    boolean open = end - start < 5 && text.charAt(end - 1) == ':';
    return (shape.decimal || shape.isLowerWords()) && (marked || !open);
  }

  /** Alone it is part of most programs in C++. */
  private static boolean isNamed(String text, int start) {
    int end = Math.max(0, start - 1);
    if (Surroundings.at(text, end) != ' ') {
      return Surroundings.at(text, end) == '='
          && " ,;\n".indexOf(Surroundings.at(text, start + 2)) >= 0;
    }
    int word = end;
    while (end - word < LONGEST_NAME
        && Surroundings.isWordCharacter(Surroundings.at(text, word - 1))) {
      word--;
    }
    return NAMES.contains(text.substring(word, end).toLowerCase(Locale.ROOT));
  }

  /** In brackets, or with the length of a prefix. */
  private static boolean isMarked(String text, int start, int end) {
    boolean brackets = Surroundings.at(text, start - 1) == '[' && Surroundings.at(text, end) == ']';
    boolean prefix =
        Surroundings.at(text, end) == '/' && DigitGroups.isDigit(Surroundings.at(text, end + 1));
    return prefix || (brackets && !isIndexed(text, start));
  }

  /** {@code list[::2]} is a slice. */
  private static boolean isIndexed(String text, int start) {
    char before = Surroundings.at(text, start - 2);
    return Surroundings.at(text, start - 1) == '['
        && (Surroundings.isWordCharacter(before) || ")]_".indexOf(before) >= 0);
  }

  /** What the groups of an address look like. */
  private static final class Shape {
    private int groups;
    private boolean decimal;
    private boolean hex;
    private boolean upper;
    private boolean lower;
    private boolean four;
    private boolean brief = true;
    private boolean allPairs = true;
    private final boolean loopback;

    Shape(String text, int start, int end) {
      this.loopback = text.startsWith("::1", start) && end == start + 3;
      int length = 0;
      for (int i = start; i <= end; i++) {
        char c = i == end ? ':' : text.charAt(i);
        if (c != ':') {
          length++;
          add(c);
        } else if (length > 0) {
          groups++;
          brief &= length <= 2;
          allPairs &= length == 2;
          four |= length == 4;
          length = 0;
        }
      }
    }

    private void add(char c) {
      decimal |= DigitGroups.isDigit(c);
      hex |= IpV6.isHex(c) && !DigitGroups.isDigit(c);
      upper |= c >= 'A' && c <= 'F';
      lower |= c >= 'a' && c <= 'f';
    }

    /** {@code 1::2} takes every second from a list. */
    boolean isSlice() {
      return groups <= 2 && brief && !hex;
    }

    boolean isLoopback() {
      return loopback;
    }

    /** {@code dead::beef}, and not {@code Bad::Face}. */
    boolean isLowerWords() {
      return four && upper != lower;
    }
  }
}
