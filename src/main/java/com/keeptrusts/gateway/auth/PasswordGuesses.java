package com.keeptrusts.gateway.auth;

import com.keeptrusts.gateway.exchange.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Slows down an address that guesses somebody's password: by their name too, so that behind a load
 * balancer one guesser does not lock everybody out.
 */
final class PasswordGuesses {
  private static final String BASIC = "basic ";

  private final FailedKeyLimit failures = new FailedKeyLimit();

  /** The refusal for another password of a name that had too many; the container is not asked. */
  Optional<Refusal> refusal(HttpServletRequest clientRequest) {
    return guess(clientRequest).flatMap(failures::waitOf).map(AuthRefusals::tooManyFailures);
  }

  /** The container refused the password. */
  void failed(HttpServletRequest clientRequest) {
    guess(clientRequest).ifPresent(failures::failed);
  }

  /** Whose password is tried from where; other schemes answer challenges and are no guesses. */
  private static Optional<String> guess(HttpServletRequest clientRequest) {
    String login = String.valueOf(clientRequest.getHeader("Authorization")).trim();
    if (!login.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getMimeDecoder().decode(login.substring(BASIC.length()));
      String pair = new String(decoded, StandardCharsets.UTF_8);
      String name = pair.substring(0, Math.max(0, pair.indexOf(':')));
      // Directories take names in any case, each of which would be another try.
      String directoryName = name.strip().toLowerCase(Locale.ROOT);
      return Optional.of(clientRequest.getRemoteAddr() + " " + directoryName);
    } catch (IllegalArgumentException malformed) {
      return Optional.of(clientRequest.getRemoteAddr() + " ");
    }
  }
}
