package com.keeptrusts.gateway.apischema;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A header's value with its parameters, read so strictly that no two readers can differ: no
 * duplicates, no escapes.
 *
 * @param value in lower case
 * @param parameters by name in lower case
 */
record HeaderValue(String value, Map<String, String> parameters) {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  static HeaderValue parse(String header, String text) throws MalformedException {
    return new Cursor(header, text).parse();
  }

  static boolean isTokenCharacter(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || TOKEN_MARKS.indexOf(c) >= 0;
  }

  private static final class Cursor {
    private final String header;
    private final String text;
    private int at;

    Cursor(String header, String text) {
      this.header = header;
      this.text = text;
    }

    HeaderValue parse() throws MalformedException {
      int semicolon = text.indexOf(';');
      int end = semicolon < 0 ? text.length() : semicolon;
      String value = text.substring(0, end).strip().toLowerCase(Locale.ROOT);
      Map<String, String> parameters = new HashMap<>();
      at = end;
      while (at < text.length()) {
        expect(';');
        skipSpace();
        if (at < text.length() && text.charAt(at) != ';') {
          String name = token().toLowerCase(Locale.ROOT);
          expect('=');
          if (parameters.put(name, parameterValue()) != null) {
            throw malformed();
          }
          skipSpace();
        }
      }
      return new HeaderValue(value, Map.copyOf(parameters));
    }

    private String parameterValue() throws MalformedException {
      if (at == text.length() || text.charAt(at) != '"') {
        return token();
      }
      int end = text.indexOf('"', at + 1);
      // Some readers take a backslash for an escape and some for itself.
      if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
        throw malformed();
      }
      String value = text.substring(at + 1, end);
      at = end + 1;
      return value;
    }

    private String token() throws MalformedException {
      int start = at;
      while (at < text.length() && isTokenCharacter(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        throw malformed();
      }
      return text.substring(start, at);
    }

    private void expect(char c) throws MalformedException {
      if (at == text.length() || text.charAt(at) != c) {
        throw malformed();
      }
      at++;
    }

    private void skipSpace() {
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
    }

    private MalformedException malformed() {
      return new MalformedException(
          "the header '" + header + "' is not well-formed; write each parameter once, unescaped");
    }
  }
}
