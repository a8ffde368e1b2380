package com.keeptrusts.gateway.auth;

import com.keeptrusts.gateway.exchange.sso.Identity;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What events say of people: their name, a pseudonym, or nothing. */
public final class PrincipalNames {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "p_";
  private static final int DIGITS = 32;

  private final Supplier<Optional<byte[]>> key;

  /**
   * Names people.
   *
   * @param key makes pseudonyms; while it is empty events say nothing instead
   */
  public PrincipalNames(Supplier<Optional<byte[]>> key) {
    this.key = key;
  }

  Optional<String> of(Identity identity, SingleSignOn sso) {
    return switch (sso.principals()) {
      case PLAIN -> Optional.of(identity.principal());
      case PSEUDONYM -> key.get().map(secret -> pseudonym(secret, identity.principal()));
      case NONE -> Optional.empty();
    };
  }

  static String pseudonym(byte[] secret, String principal) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      byte[] code = mac.doFinal(principal.getBytes(StandardCharsets.UTF_8));
      return PREFIX + HexFormat.of().formatHex(code).substring(0, DIGITS);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
    }
  }
}
