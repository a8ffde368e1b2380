package com.keeptrusts.gateway.policy.text;

import java.util.Arrays;

/** Letters of other scripts that readers take for Latin ones. */
final class Lookalikes {
  private static final String CYRILLIC = "аеорсухіѕјһԁԛԝкмтвнАВЕКМНОРСТУХІЅЈ";
  private static final String AS_CYRILLIC = "aeopcyxisjhdqwkmtbhABEKMHOPCTYXISJ";
  private static final String GREEK = "αεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
  private static final String AS_GREEK = "aeikvoptuxABEZHIKMNOPTYX";
  private static final String LATIN = "ıłŁøØđĐɑɡɩ";
  private static final String AS_LATIN = "ilLoOdDagi";

  private static final int END = 0x530;
  private static final char[] TABLE = table();

  private Lookalikes() {}

  static boolean isLookalike(char c) {
    return c < END && TABLE[c] != 0;
  }

  /** The Latin letter that it passes for; any other character itself. */
  static char latin(char c) {
    return isLookalike(c) ? TABLE[c] : c;
  }

  private static char[] table() {
    char[] table = new char[END];
    Arrays.fill(table, (char) 0);
    put(table, CYRILLIC, AS_CYRILLIC);
    put(table, GREEK, AS_GREEK);
    put(table, LATIN, AS_LATIN);
    return table;
  }

  private static void put(char[] table, String from, String to) {
    for (int i = 0; i < from.length(); i++) {
      table[from.charAt(i)] = to.charAt(i);
    }
  }
}
