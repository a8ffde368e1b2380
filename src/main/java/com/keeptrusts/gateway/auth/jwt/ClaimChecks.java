package com.keeptrusts.gateway.auth.jwt;

import com.keeptrusts.gateway.exchange.sso.JwtIssuer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a token of an issuer is meant for us, and now. */
final class ClaimChecks {
  private ClaimChecks() {}

  /**
   * Why it is not; empty when it is.
   *
   * @param now in seconds since 1970
   */
  static Optional<String> problem(JwtIssuer issuer, Map<String, Object> claims, long now) {
    long skew = issuer.clockSkew().toSeconds();
    Object notBefore = claims.getOrDefault("nbf", 0L);
    if (!(claims.get("exp") instanceof Number expires)) {
      return Optional.of("it has no time of expiry ('exp')");
    }
    if (expires.longValue() <= now - skew) {
      return Optional.of("it has expired");
    }
    if (!(notBefore instanceof Number begins) || begins.longValue() > now + skew) {
      return Optional.of("it is not valid yet ('nbf')");
    }
    if (!isFor(issuer.audiences(), claims.get("aud"))) {
      return Optional.of("it is for another audience ('aud')");
    }
    return misuse(issuer, claims);
  }

  /** What the same issuer signs, and what is not for whoever merely holds it. */
  private static Optional<String> misuse(JwtIssuer issuer, Map<String, Object> claims) {
    if (claims.containsKey("events")) {
      return Optional.of("it is a notice of an event, such as a logout, and no access token");
    }
    if (claims.containsKey("cnf")) {
      return Optional.of("it is bound to its client's key ('cnf'), which the gateway cannot check");
    }
    boolean byMail = issuer.principalClaim().equals("email");
    if (byMail && UnverifiedMail.isIn(claims)) {
      return Optional.of("its 'email' is not verified");
    }
    return Optional.empty();
  }

  private static boolean isFor(
      List<String> audiences, @org.jspecify.annotations.Nullable Object aud) {
    Collection<?> named =
        aud instanceof Collection<?> list ? list : List.of(aud == null ? "" : aud);
    for (Object name : named) {
      if (name instanceof String text && audiences.contains(text)) {
        return true;
      }
    }
    return false;
  }
}
