package com.keeptrusts.gateway.auth.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/**
 * A public key of an issuer. Keys of other kinds are left out, so that no token can have its public
 * key taken for a secret.
 */
record VerificationKey(JWK jwk, JWSVerifier verifier) {
  private static final int SHORTEST_RSA_BITS = 2048;

  /** The key in a JWK; empty when it is not for checking signatures, or too weak, or broken. */
  static Optional<VerificationKey> of(Map<String, Object> json) {
    try {
      JWK jwk = JWK.parse(json);
      boolean signs = jwk.getKeyUse() == null || jwk.getKeyUse().equals(KeyUse.SIGNATURE);
      return signs ? of(jwk) : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  private static Optional<VerificationKey> of(JWK jwk) throws JOSEException {
    if (jwk instanceof RSAKey rsa && rsa.size() >= SHORTEST_RSA_BITS) {
      return Optional.of(
          new VerificationKey(rsa.toPublicJWK(), new RSASSAVerifier(rsa.toRSAPublicKey())));
    }
    if (jwk instanceof ECKey ec) {
      return Optional.of(
          new VerificationKey(ec.toPublicJWK(), new ECDSAVerifier(ec.toECPublicKey())));
    }
    return Optional.empty();
  }

  /** Whether the header's algorithm is one for this key; its id is looked at elsewhere. */
  boolean isFor(JWSHeader header) {
    return verifier.supportedJWSAlgorithms().contains(header.getAlgorithm())
        && (jwk.getAlgorithm() == null || jwk.getAlgorithm().equals(header.getAlgorithm()));
  }
}
