package com.keeptrusts.gateway.auth.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.auth.LoginServer;
import com.keeptrusts.gateway.exchange.sso.JwtIssuer;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tokens that were believed a moment ago. */
class KnownIssuersTest {
  private static final Instant NOW = Instant.parse("2026-04-23T10:30:00Z");
  private static final String ACME = "https://acme";

  private final RSAKey key = LoginServer.rsa("one");
  private final JwtIssuer issuer =
      new JwtIssuer(
          ACME,
          List.of(LoginServer.AUDIENCE),
          new JwtIssuer.KeySource(ACME, URI.create(ACME), Optional.empty(), Optional.empty()),
          JwtIssuer.ALGORITHMS,
          "sub",
          "groups",
          List.of(),
          Duration.ZERO);
  private final KnownIssuers issuers =
      new KnownIssuers(
          List.of(issuer),
          Map.of(ACME, new TokenVerifier(issuer, keys())),
          InstantSource.fixed(NOW));

  private IssuerKeys keys() {
    IssuerKeys keys =
        new IssuerKeys(
            ACME, () -> KeySet.parse(new JWKSet(key).toString()), Runnable::run, () -> 0);
    keys.refreshIfDue();
    return keys;
  }

  private String token(int number, String filler) throws Exception {
    Map<String, Object> claims =
        Map.of(
            "iss",
            ACME,
            "aud",
            LoginServer.AUDIENCE,
            "sub",
            "alice",
            "exp",
            NOW.getEpochSecond() + 300,
            "number",
            number,
            "filler",
            filler);
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build();
    return LoginServer.signed(header, claims, new RSASSASigner(key));
  }

  @Test
  void tokens_ofOnePerson_fillNoMemory() throws Exception {
    String filler = "x".repeat(11_000);
    for (int i = 0; i < 320; i++) {
      assertThat(issuers.verify(token(i, filler), false)).isInstanceOf(TokenVerdict.Valid.class);
    }
    assertThat(issuers.characters()).isBetween(1 << 20, KnownIssuers.MOST_CHARACTERS);
  }

  @Test
  void token_thatWasBelieved_isRemembered() throws Exception {
    String token = token(1, "");
    TokenVerdict first = issuers.verify(token, false);
    assertThat(issuers.verify(token, false)).isSameAs(first);
    assertThat(issuers.characters()).isEqualTo(token.length());
  }
}
