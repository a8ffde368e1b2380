package com.keeptrusts.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/** The key that a client shows, in any of the headers that SDKs use. */
public final class PresentedKey {
  private static final String BEARER = "bearer ";
  private static final List<String> PLAIN_HEADERS = List.of("api-key", "x-api-key");

  private PresentedKey() {}

  /** The key; empty when there is none, or two that differ. */
  public static Optional<String> of(HttpServletRequest clientRequest) {
    String found = "";
    for (Enumeration<String> values = clientRequest.getHeaders("Authorization");
        values.hasMoreElements(); ) {
      String authorization = values.nextElement();
      if (isLogin(authorization)) {
        continue;
      }
      String key = bearer(authorization);
      if (key.isEmpty() || differs(found, key)) {
        return Optional.empty();
      }
      found = key;
    }
    for (String header : PLAIN_HEADERS) {
      for (Enumeration<String> values = clientRequest.getHeaders(header);
          values.hasMoreElements(); ) {
        String key = values.nextElement().trim();
        if (key.isEmpty() || differs(found, key)) {
          return Optional.empty();
        }
        found = key;
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** Whether there are keys of which none can count, since they differ. */
  public static boolean isContradictory(HttpServletRequest clientRequest) {
    boolean several = false;
    Enumeration<String> logins = clientRequest.getHeaders("Authorization");
    if (logins.hasMoreElements()) {
      logins.nextElement();
      several = logins.hasMoreElements();
    }
    for (String header : PLAIN_HEADERS) {
      several |= clientRequest.getHeader(header) != null;
    }
    return several && of(clientRequest).isEmpty();
  }

  private static boolean differs(String found, String key) {
    return !found.isEmpty() && !found.equals(key);
  }

  /** A login at the server, or at a proxy before it, may stand beside a key in another header. */
  private static boolean isLogin(String authorization) {
    String value = authorization.trim();
    return value.indexOf(' ') > 0 && bearer(value).isEmpty();
  }

  private static String bearer(String authorization) {
    String value = authorization.trim();
    return value.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? value.substring(BEARER.length()).trim()
        : "";
  }
}
