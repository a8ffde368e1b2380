package com.keeptrusts.gateway.auth.jwt;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The public keys of an issuer at one time. */
record KeySet(List<VerificationKey> keys) {
  private static final int MOST_KEYS = 100;

  KeySet {
    keys = List.copyOf(keys);
  }

  /**
   * The keys in a JWK set.
   *
   * @throws IOException when it is none, or holds no key that can be used
   */
  static KeySet parse(String json) throws IOException {
    List<VerificationKey> keys = new ArrayList<>();
    try {
      Map<String, Object>[] listed =
          JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(json), "keys");
      for (int i = 0; listed != null && i < listed.length && i < MOST_KEYS; i++) {
        Optional<VerificationKey> key = VerificationKey.of(listed[i]);
        if (key.isPresent()) {
          keys.add(key.get());
        }
      }
    } catch (ParseException e) {
      throw new IOException("its keys are no JWK set", e);
    }
    if (keys.isEmpty()) {
      throw new IOException("its JWK set holds no RSA or EC key for signatures");
    }
    return new KeySet(keys);
  }

  /** The keys that a token with this header may have been signed with. */
  List<VerificationKey> candidates(JWSHeader header) {
    List<VerificationKey> candidates = new ArrayList<>();
    for (VerificationKey key : keys) {
      boolean named = header.getKeyID() == null || header.getKeyID().equals(key.jwk().getKeyID());
      if (named && key.isFor(header)) {
        candidates.add(key);
      }
    }
    return candidates;
  }

  /** These keys, unless the others differ: so that what was concluded from them goes on. */
  KeySet unless(KeySet others) {
    return jwks().equals(others.jwks()) ? this : others;
  }

  private List<JWK> jwks() {
    return keys.stream().map(VerificationKey::jwk).toList();
  }
}
