package com.keeptrusts.gateway.apischema;

/** Writes texts as the inside of JSON strings. */
public final class JsonEscapes {
  private JsonEscapes() {}

  /** The text with what JSON or UTF-8 cannot carry written as escapes. */
  public static String of(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
        if (out != null) {
          out.append(c);
        }
        continue;
      }
      if (out == null) {
        out = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        default -> {
          // Half a character may leave before its other half comes.
          out.append("\\u").append(hex(c >> 8)).append(hex(c & 0xFF));
        }
      }
    }
    return out == null ? text : out.toString();
  }

  private static String hex(int value) {
    return "" + Character.forDigit(value >> 4, 16) + Character.forDigit(value & 0xF, 16);
  }
}
