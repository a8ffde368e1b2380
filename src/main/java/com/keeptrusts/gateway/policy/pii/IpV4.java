package com.keeptrusts.gateway.policy.pii;

/** The textual form of an IPv4 address: four numbers up to 255, none with a leading zero. */
final class IpV4 {
  static final int LONGEST = 15;

  private static final int PARTS = 4;
  private static final int LARGEST = 255;

  private IpV4() {}

  /** Where the address ends that begins here; negative when none does. */
  static int end(String text, int start) {
    int at = start;
    for (int part = 0; part < PARTS; part++) {
      int end = partEnd(text, at);
      boolean last = part == PARTS - 1;
      if (end < 0 || (!last && Surroundings.at(text, end) != '.')) {
        return -1;
      }
      at = last ? end : end + 1;
    }
    return at;
  }

  private static int partEnd(String text, int start) {
    int value = 0;
    int at = start;
    while (at - start <= 3 && DigitGroups.isDigit(Surroundings.at(text, at))) {
      value = value * 10 + text.charAt(at++) - '0';
    }
    boolean zeroFirst = at - start > 1 && text.charAt(start) == '0';
    return at == start || at - start > 3 || value > LARGEST || zeroFirst ? -1 : at;
  }
}
