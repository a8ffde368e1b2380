package com.keeptrusts.gateway.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The key that an operator's request carries. */
final class PresentedKey {
  private static final String SCHEME = "Bearer ";

  private PresentedKey() {}

  /** The key; empty when there is none, or there are two different ones. */
  static Optional<String> of(HttpServletRequest clientRequest) {
    Optional<String> bearer = bearer(clientRequest.getHeader("Authorization"));
    Optional<String> apiKey = Optional.ofNullable(clientRequest.getHeader("x-api-key"));
    if (bearer.isPresent() && apiKey.isPresent() && !bearer.equals(apiKey)) {
      return Optional.empty();
    }
    return bearer.or(() -> apiKey);
  }

  private static Optional<String> bearer(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    return Optional.of(header.substring(SCHEME.length()).strip());
  }
}
