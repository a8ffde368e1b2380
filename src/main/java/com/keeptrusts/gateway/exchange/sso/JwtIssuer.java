package com.keeptrusts.gateway.exchange.sso;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An identity provider whose tokens are accepted.
 *
 * @param issuer the {@code iss} of its tokens, to the letter
 * @param audiences of which a token must name one in {@code aud}
 * @param keys where its keys are
 * @param algorithms the JWS algorithms that are accepted, as in {@code RS256}
 * @param principalClaim the claim that names the bearer
 * @param groupsClaim the claim, by name or path, that lists groups
 * @param rolesClaims the claims, by name or path, that list roles
 * @param clockSkew how far its clock may be off
 */
public record JwtIssuer(
    String issuer,
    List<String> audiences,
    KeySource keys,
    List<String> algorithms,
    String principalClaim,
    String groupsClaim,
    List<String> rolesClaims,
    Duration clockSkew) {
  /** What can be accepted at all: signatures whose check needs no secret. */
  public static final List<String> ALGORITHMS =
      List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

  public JwtIssuer {
    audiences = List.copyOf(audiences);
    algorithms = List.copyOf(algorithms);
    rolesClaims = List.copyOf(rolesClaims);
  }

  /**
   * Where an issuer's keys are; issuers with the same source share what was fetched.
   *
   * @param discoveryUrl the OpenID configuration; its own {@code issuer} must be this one
   * @param jwksUri the keys, where no discovery is wanted
   * @param caFile the certificates (PEM) that the provider's must lead to; else the JVM's
   */
  public record KeySource(
      String issuer, URI discoveryUrl, Optional<URI> jwksUri, Optional<Path> caFile) {}
}
