package com.keeptrusts.gateway.config;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a header of the request to the provider may be called and may hold. */
final class HeaderRules {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  /** Hop-by-hop (RFC 9110, 7.6.1), or what describes the message itself. */
  private static final Set<String> RESERVED =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "expect",
          "host",
          "content-length",
          "content-type",
          "content-encoding",
          "accept-encoding");

  private HeaderRules() {}

  /** Why the name cannot be used. */
  static Optional<String> nameProblem(String name) {
    if (name.isEmpty() || !isToken(name)) {
      return Optional.of("is not the name of a header");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.of("this header belongs to the connection or the body: remove it");
    }
    return Optional.empty();
  }

  /** Whether the value can be sent as it is: visible ASCII, and spaces in between. */
  static boolean isValue(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c > 0x7e) {
        return false;
      }
    }
    return value.equals(value.strip());
  }

  private static boolean isToken(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Ascii.isAlphanumeric(c) && TOKEN_MARKS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
