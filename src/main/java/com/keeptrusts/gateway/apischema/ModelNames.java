package com.keeptrusts.gateway.apischema;

/** What a model may be called: it is matched, logged and printed. */
final class ModelNames {
  static final int LONGEST = 256;
  static final String FORM = "a string of 1 to " + LONGEST + " printable characters";

  private ModelNames() {}

  static boolean isName(String text) {
    return !text.isEmpty() && text.length() <= LONGEST && !isUnprintable(text);
  }

  /** By hand: a stream of code points takes longer than the look at them. */
  private static boolean isUnprintable(String text) {
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      if (isUnprintable(character)) {
        return true;
      }
      at += Character.charCount(character);
    }
    return false;
  }

  private static boolean isUnprintable(int character) {
    return Character.isISOControl(character)
        || Character.getType(character) == Character.SURROGATE
        || character == 0x2028
        || character == 0x2029;
  }
}
