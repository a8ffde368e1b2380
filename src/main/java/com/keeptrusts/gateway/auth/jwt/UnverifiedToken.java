package com.keeptrusts.gateway.auth.jwt;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/**
 * A token as it came, of which nothing may be believed yet.
 *
 * @param issuer of whom it says that it is
 * @param claims what else it says
 */
record UnverifiedToken(
    Base64URL header,
    Base64URL payload,
    Base64URL signature,
    String issuer,
    Map<String, Object> claims) {
  /** Tokens with hundreds of groups have 10,000 characters; header lines rarely may have more. */
  static final int LONGEST = 16 * 1024;

  /**
   * Whether it looks like a JWS: a JSON object in Base64, and two dots. Decoders pass over foreign
   * characters in a signature, with which one token would have any number of texts.
   */
  static boolean looksLikeOne(String text) {
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        dots++;
      } else if (!isBase64Url(c)) {
        return false;
      }
    }
    return dots == 2 && text.startsWith("ey");
  }

  private static boolean isBase64Url(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  /**
   * What can be read without a key; empty when it is no token of anybody.
   *
   * @param text that looks like one
   */
  static Optional<UnverifiedToken> parse(String text) {
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    Base64URL payload = new Base64URL(text.substring(first + 1, second));
    try {
      Map<String, Object> claims = JSONObjectUtils.parse(payload.decodeToString());
      if (!(claims.get("iss") instanceof String issuer)) {
        return Optional.empty();
      }
      return Optional.of(
          new UnverifiedToken(
              new Base64URL(text.substring(0, first)),
              payload,
              new Base64URL(text.substring(second + 1)),
              issuer,
              claims));
    } catch (ParseException malformed) {
      return Optional.empty();
    }
  }

  /** The bytes that were signed. */
  byte[] signed() {
    return (header + "." + payload).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
