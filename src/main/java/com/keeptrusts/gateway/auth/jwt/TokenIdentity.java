package com.keeptrusts.gateway.auth.jwt;

import com.keeptrusts.gateway.exchange.sso.Claims;
import com.keeptrusts.gateway.exchange.sso.Identity;
import com.keeptrusts.gateway.exchange.sso.Identity.Door;
import com.keeptrusts.gateway.exchange.sso.JwtIssuer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who a token's bearer is, by its claims. */
final class TokenIdentity {
  private TokenIdentity() {}

  /** The identity; empty when the claim that names it is absent. */
  static Optional<Identity> of(JwtIssuer issuer, Map<String, Object> values) {
    Claims claims = new Claims(UnverifiedMail.leftOut(values));
    List<String> names = claims.texts(issuer.principalClaim());
    if (names.size() != 1 || names.get(0).isBlank()) {
      return Optional.empty();
    }
    Set<String> roles = new LinkedHashSet<>();
    List<String> lookedAt = new ArrayList<>();
    lookedAt.add(presence(claims, issuer.groupsClaim()));
    for (String claim : issuer.rolesClaims()) {
      roles.addAll(claims.texts(claim));
      lookedAt.add(presence(claims, claim));
    }
    return Optional.of(
        new Identity(
            Door.JWT,
            names.get(0),
            new LinkedHashSet<>(claims.texts(issuer.groupsClaim())),
            roles,
            claims,
            lookedAt,
            groupsLeftOut(values)));
  }

  private static String presence(Claims claims, String name) {
    return "claim '" + name + "': " + (claims.has(name) ? "present" : "absent");
  }

  /** Entra's marks for "more groups than fit": a pointer to where they are, or a bare flag. */
  private static boolean groupsLeftOut(Map<String, Object> values) {
    boolean pointer =
        values.get("_claim_names") instanceof Map<?, ?> elsewhere
            && elsewhere.containsKey("groups");
    return pointer || "true".equals(String.valueOf(values.get("hasgroups")));
  }
}
