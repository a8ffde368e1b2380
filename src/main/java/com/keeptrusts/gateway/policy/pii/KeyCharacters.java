package com.keeptrusts.gateway.policy.pii;

/** Which characters a run within a key has. */
final class KeyCharacters {
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  private static final int ASCII = 128;

  private final boolean[] table = new boolean[ASCII];

  private KeyCharacters(String characters) {
    characters.chars().forEach(c -> table[c] = true);
  }

  /** The class that the table of forms calls by a letter. */
  static KeyCharacters of(char name) {
    String letters = UPPER + LOWER;
    return new KeyCharacters(
        switch (name) {
          case 'A' -> letters + DIGITS;
          case 'W' -> letters + DIGITS + "_-";
          case 'K' -> letters + DIGITS + "_-.";
          case 'B' -> letters + DIGITS + "+/=";
          case 'T' -> letters + DIGITS + "_-.~+/=";
          case 'L' -> letters;
          case 'U' -> UPPER + DIGITS;
          case 'D' -> DIGITS;
          case 'H' -> DIGITS + "abcdef";
          case 'h' -> DIGITS + "abcdefABCDEF";
          case '1' -> "DTjz";
          case '2' -> "AEIMQUYcgk";
          case '3' -> "wxyz012345";
          default -> throw new IllegalArgumentException("no class of characters '" + name + "'");
        });
  }

  boolean has(char c) {
    return c < ASCII && table[c];
  }
}
