package com.keeptrusts.gateway.policy.text;

import org.jspecify.annotations.Nullable;

/**
 * A text in its normal form: decimal digits of every script are ASCII, every space is a space and
 * every dash a hyphen, compatibility forms are decomposed (as NFKC and NFKD do), accents and
 * invisible characters are gone, letters of other scripts that pass for Latin ones are Latin where
 * they stand in a Latin word, and a JSON escape such as {@code \\u0034} is what it stands for.
 * Plain ASCII is its own normal form and is not copied.
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
    int plain = plainLength(original);
    return plain == original.length()
        ? new NormalText(original, original, null)
        : new TextFolder(original).fold(plain);
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
    return WrittenUnit.at(original, last) >= 0
        ? last + WrittenUnit.LENGTH
        : last + Character.charCount(original.codePointAt(last));
  }

  /** Whether the text is its own normal form, which plain ASCII is. */
  public boolean isPlain() {
    return origins == null;
  }

  /** The text itself. */
  public String original() {
    return original;
  }

  /**
   * From where in the original the end of a text that goes on may not have been read rightly: half
   * an escape or half a character.
   */
  public static int unfinished(String original) {
    int length = original.length();
    return length > 0 && Character.isHighSurrogate(original.charAt(length - 1))
        ? length - 1
        : WrittenUnit.unfinished(original);
  }

  private static int plainLength(String text) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c >= 0x80 || (c == '\\' && WrittenUnit.at(text, i) >= 0)) {
        return i;
      }
      i++;
    }
    return i;
  }
}
