package com.keeptrusts.gateway.policy.pii;

/** The textual forms of an IPv6 address, after RFC 4291, 2.2. */
final class IpV6 {
  /** Eight groups of four, or six and an IPv4 address. */
  static final int LONGEST = 45;

  private static final int GROUPS = 8;

  private IpV6() {}

  /** Where the address ends that begins here; negative when none does. */
  static int end(String text, int start) {
    boolean compressed = isDouble(text, start);
    int at = compressed ? start + 2 : start;
    int groups = 0;
    while (groups <= GROUPS) {
      int digits = hexDigits(text, at);
      if (digits == 0 || digits > 4) {
        return digits == 0 ? close(text, at, start, groups, compressed) : -1;
      }
      if (isDottedDigit(text, at + digits)) {
        int end = IpV4.end(text, at);
        return end < 0 ? -1 : close(text, end, start, groups + 2, compressed);
      }
      groups++;
      at += digits;
      if (isDouble(text, at)) {
        if (compressed) {
          return -1;
        }
        compressed = true;
        at += 2;
      } else if (Surroundings.at(text, at) == ':' && hexDigits(text, at + 1) > 0) {
        at++;
      } else {
        return close(text, at, start, groups, compressed);
      }
    }
    return -1;
  }

  private static int close(String text, int at, int start, int groups, boolean compressed) {
    boolean whole = compressed ? groups < GROUPS : groups == GROUPS;
    boolean more = at > start && Surroundings.at(text, at) == ':' && text.charAt(at - 1) == ':';
    return whole && !more ? at : -1;
  }

  private static boolean isDouble(String text, int at) {
    return Surroundings.at(text, at) == ':' && Surroundings.at(text, at + 1) == ':';
  }

  private static boolean isDottedDigit(String text, int at) {
    return Surroundings.at(text, at) == '.' && DigitGroups.isDigit(Surroundings.at(text, at + 1));
  }

  /** How many hexadecimal digits stand here; five when they are more than four. */
  private static int hexDigits(String text, int start) {
    int at = start;
    while (at - start < 5 && isHex(Surroundings.at(text, at))) {
      at++;
    }
    return at - start;
  }

  static boolean isHex(char c) {
    return DigitGroups.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
