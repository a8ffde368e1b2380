package com.keeptrusts.gateway.auth.jwt;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A token's header, which its sender wrote: it chooses among what is allowed, and nothing more. The
 * places where it names or brings a key ({@code jku}, {@code x5u}, {@code jwk}, {@code x5c}) are
 * not even looked at.
 */
final class HeaderChecks {
  /**
   * Logout tokens, DPoP proofs and their like are signed by the same keys and mean other things.
   */
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

  private HeaderChecks() {}

  /** The header; empty when it is none of a signed token, as with {@code alg: none}. */
  static Optional<JWSHeader> parse(Base64URL header) {
    try {
      return Optional.of(JWSHeader.parse(header));
    } catch (ParseException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  static Optional<String> problem(JWSHeader header, List<String> algorithms) {
    if (!algorithms.contains(header.getAlgorithm().getName())) {
      return Optional.of("it is signed with an algorithm that is not accepted");
    }
    if (header.getCriticalParams() != null) {
      return Optional.of("its header demands what the gateway does not know");
    }
    JOSEObjectType type = header.getType();
    if (type != null && !TYPES.contains(type.toString().toLowerCase(Locale.ROOT))) {
      return Optional.of("it is of a type that is no access token");
    }
    return Optional.empty();
  }
}
