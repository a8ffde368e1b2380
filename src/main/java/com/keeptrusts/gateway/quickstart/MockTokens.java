package com.keeptrusts.gateway.quickstart;

/**
 * How the mock provider counts: four characters (code points) are a token, begun ones count. A
 * prompt is counted as a whole: the sum of the characters of all its texts, and no message costs
 * anything by itself. Images, files and audio cost nothing.
 */
public final class MockTokens {
  /** Characters in a token. */
  public static final int CHARACTERS = 4;

  private MockTokens() {}

  /** The tokens of texts that are counted together. */
  public static int of(String... texts) {
    long characters = 0;
    for (String text : texts) {
      characters += text.codePointCount(0, text.length());
    }
    return ofCharacters(characters);
  }

  static int ofCharacters(long characters) {
    return Math.toIntExact((characters + CHARACTERS - 1) / CHARACTERS);
  }
}
