package com.keeptrusts.gateway.auth.jwt;

import java.util.LinkedHashMap;
import java.util.Map;

/** Mail addresses that people gave themselves and that nobody has checked: anybody's. */
final class UnverifiedMail {
  private static final String MAIL = "email";

  private UnverifiedMail() {}

  /** Whether the claims say so; some providers write the boolean as a text. */
  static boolean isIn(Map<String, Object> claims) {
    return claims.containsKey("email_verified")
        && !String.valueOf(claims.get("email_verified")).equalsIgnoreCase("true");
  }

  /** The claims without such an address, so that no rule meets it. */
  static Map<String, Object> leftOut(Map<String, Object> claims) {
    if (!isIn(claims)) {
      return claims;
    }
    Map<String, Object> others = new LinkedHashMap<>(claims);
    others.remove(MAIL);
    return others;
  }
}
