package com.keeptrusts.gateway.policy.pii;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A signed or encrypted JSON web token: parts in base64, the first a header that names an alg. */
final class JsonWebToken implements SecretForm {
  private static final String BRACE = "eyJ";
  private static final int MOST_PARTS = 5;
  private static final int LEAST_SECOND = 8;
  private static final int LONGEST_HEADER = 1024;
  private static final KeyCharacters BASE64URL = KeyCharacters.of('W');

  @Override
  public boolean startsWith(char c) {
    return c == 'e';
  }

  @Override
  public int end(String text, int start) {
    if (!text.startsWith(BRACE, start) || BASE64URL.has(Surroundings.at(text, start - 1))) {
      return -1;
    }
    int header = partEnd(text, start);
    if (Surroundings.at(text, header) != '.' || !isHeader(text, start, header)) {
      return -1;
    }
    int end = partEnd(text, header + 1);
    if (end - header <= LEAST_SECOND) {
      return -1;
    }
    for (int part = 2; part < MOST_PARTS && Surroundings.at(text, end) == '.'; part++) {
      int next = partEnd(text, end + 1);
      if (next == end + 1) {
        break;
      }
      end = next;
    }
    return end - start > LONGEST ? -1 : end;
  }

  @Override
  public boolean isOpen(String text, int start) {
    int length = Math.min(BRACE.length(), text.length() - start);
    if (!text.regionMatches(start, BRACE, 0, length) || text.length() - start > LONGEST) {
      return false;
    }
    int header = partEnd(text, start);
    if (header < text.length() && (text.charAt(header) != '.' || !isHeader(text, start, header))) {
      return false;
    }
    int end = header;
    while (end < text.length() && (BASE64URL.has(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    return end == text.length() && (header < end || header - start <= LONGEST_HEADER);
  }

  private static int partEnd(String text, int start) {
    int end = start;
    int limit = Math.min(text.length(), start + LONGEST);
    while (end < limit && BASE64URL.has(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isHeader(String text, int start, int end) {
    if (end - start > LONGEST_HEADER) {
      return false;
    }
    byte[] json;
    try {
      json = Base64.getUrlDecoder().decode(text.substring(start, end));
    } catch (IllegalArgumentException e) {
      return false;
    }
    String header = new String(json, StandardCharsets.ISO_8859_1).trim();
    return header.endsWith("}") && header.contains("\"alg\"");
  }
}
