package com.keeptrusts.gateway.policy.text;

import org.jspecify.annotations.Nullable;

/**
 * A text in its normal form: decimal digits of every script are ASCII, every space is a space and
 * every dash a hyphen, compatibility forms are decomposed (as NFKC and NFKD do), accents and
 * invisible characters are gone, and letters of other scripts that pass for Latin ones are Latin
 * where they stand in a Latin word. Plain ASCII is its own normal form and is not copied.
 */
public final class NormalText {
  private final String original;
  private final String text;
  private final int @Nullable [] origins;

  NormalText(String original, String text, int @Nullable [] origins) {
    this.original = original;
    this.text = text;
    this.origins = origins;
  }

  /** The normal form of any text, well-formed or not. */
  public static NormalText of(String original) {
    int ascii = asciiLength(original);
    return ascii == original.length()
        ? new NormalText(original, original, null)
        : new TextFolder(original).fold(ascii);
  }

  /** The normal form. */
  public String text() {
    return text;
  }

  /** Where in the original a match begins whose first character has this index. */
  public int originalStart(int start) {
    return origins == null ? start : origins[start];
  }

  /** Where in the original a match ends that ends before this index; at least 1. */
  public int originalEnd(int end) {
    if (origins == null) {
      return end;
    }
    int last = origins[end - 1];
    return last + Character.charCount(original.codePointAt(last));
  }

  private static int asciiLength(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) < 0x80) {
      i++;
    }
    return i;
  }
}
