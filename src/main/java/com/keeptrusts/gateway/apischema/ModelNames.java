package com.keeptrusts.gateway.apischema;

/** What a model may be called: it is matched, logged and printed. */
final class ModelNames {
  static final int LONGEST = 256;
  static final String FORM = "a string of 1 to " + LONGEST + " printable characters";

  private ModelNames() {}

  static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.codePoints().noneMatch(ModelNames::isUnprintable);
  }

  private static boolean isUnprintable(int character) {
    return Character.isISOControl(character)
        || Character.getType(character) == Character.SURROGATE
        || character == 0x2028
        || character == 0x2029;
  }
}
