package com.keeptrusts.gateway.config;

/** Tells numbers from words without regular expressions, which cost start-up time. */
final class PlainNumber {
  private PlainNumber() {}

  static YamlValue.Kind kindOf(String text) {
    int begin = text.startsWith("-") ? 1 : 0;
    int whole = Ascii.endOfDigits(text, begin);
    boolean leadingZero = whole > begin + 1 && text.charAt(begin) == '0';
    if (whole == begin || leadingZero) {
      return YamlValue.Kind.WORD;
    }
    if (whole == text.length()) {
      return YamlValue.Kind.WHOLE;
    }
    boolean fraction = text.charAt(whole) == '.' && whole + 1 < text.length();
    return fraction && Ascii.endOfDigits(text, whole + 1) == text.length()
        ? YamlValue.Kind.FRACTION
        : YamlValue.Kind.WORD;
  }
}
