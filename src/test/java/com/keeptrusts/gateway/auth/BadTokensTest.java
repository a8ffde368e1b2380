package com.keeptrusts.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RunningGateway;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that say they are of a configured issuer, and are not to be believed. */
class BadTokensTest {
  @TempDir Path folder;
  private final LoginServer login = new LoginServer();
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(folder, SsoGroups.with(SsoGroups.jwt(login)));
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    login.close();
  }

  private HttpResponse<String> ask(String token, String... headers) throws Exception {
    return gateway.post(OneTeam.CHAT, token, OneTeam.HELLO, headers);
  }

  @Test
  void token_thatIsNotGood_isRefusedAndReachesNobody() throws Exception {
    Map<String, String> bad = badTokens();
    for (Map.Entry<String, String> token : bad.entrySet()) {
      HttpResponse<String> answer = ask(token.getValue());
      assertThat(answer.statusCode()).as(token.getKey() + answer.body()).isEqualTo(401);
      assertThat(answer.headers().firstValue("x-consumer-group").orElse("none"))
          .as(token.getKey())
          .isEqualTo("none");
    }
    assertThat(bad).hasSizeGreaterThan(18);
    assertThat(gateway.provider().receivedCount()).isZero();
    assertThat(gateway.events(10)).isEmpty();
  }

  private Map<String, String> badTokens() throws Exception {
    long now = Instant.now().getEpochSecond();
    String good = login.token("alice", "mkt");
    Map<String, Object> claims = login.claims("alice", c -> c.put("groups", List.of("mkt")));
    RSAKey stranger = LoginServer.rsa(login.signingKey().getKeyID());
    JWSHeader header = JWSHeader.parse(new Base64URL(good.substring(0, good.indexOf('.'))));
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("forged", good.replace(good.split("\\.")[1], payload(good, "alice", "carol")));
    bad.put("signed by a stranger", LoginServer.signed(header, claims, new RSASSASigner(stranger)));
    bad.put(
        "signed by the key that it brings",
        LoginServer.signed(
            new JWSHeader.Builder(header).jwk(stranger.toPublicJWK()).build(),
            claims,
            new RSASSASigner(stranger)));
    bad.put("expired", login.token("alice", c -> c.put("exp", now - 61)));
    bad.put("without an end", login.token("alice", c -> c.remove("exp")));
    bad.put("with a text as its end", login.token("alice", c -> c.put("exp", "never")));
    bad.put("not valid yet", login.token("alice", c -> c.put("nbf", now + 120)));
    bad.put("for another audience", login.token("alice", c -> c.put("aud", "other")));
    bad.put("for no audience", login.token("alice", c -> c.remove("aud")));
    bad.put("of another issuer", login.token("alice", c -> c.put("iss", login.issuer() + "/")));
    bad.put("of no issuer", login.token("alice", c -> c.remove("iss")));
    bad.put("of nobody", login.token("alice", c -> c.remove("sub")));
    bad.put("for logging out", login.token("alice", c -> c.put("events", Map.of())));
    bad.put("bound to a key", login.token("alice", c -> c.put("cnf", Map.of("jkt", "x"))));
    bad.put("of another type", login.signed(h -> h.type(new JOSEObjectType("logout+jwt")), claims));
    bad.put(
        "with a demand",
        login.signed(h -> h.criticalParams(Set.of("x")).customParam("x", 1), claims));
    bad.put(
        "with another algorithm",
        LoginServer.signed(
            new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(header.getKeyID()).build(),
            claims,
            new RSASSASigner(login.signingKey())));
    bad.put("alg none", unsigned(good));
    bad.put(
        "signed with the public key",
        LoginServer.signed(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(header.getKeyID()).build(),
            claims,
            new MACSigner(login.signingKey().toRSAPublicKey().getEncoded())));
    bad.put("garbage", "eyJh.x.y");
    return bad;
  }

  private static String payload(String token, String from, String to) {
    String json = new Base64URL(token.split("\\.")[1]).decodeToString();
    return Base64URL.encode(json.replace(from, to)).toString();
  }

  private static String unsigned(String token) {
    return Base64URL.encode("{\"alg\":\"none\"}") + "." + token.split("\\.")[1] + ".";
  }

  @Test
  void token_withoutItsSignature_isRefused() throws Exception {
    String good = login.token("alice", "mkt");
    assertThat(ask(good).statusCode()).isEqualTo(200);
    assertThat(ask(good.substring(0, good.lastIndexOf('.') + 1)).statusCode()).isEqualTo(401);
    assertThat(ask(good.substring(0, good.lastIndexOf('.'))).statusCode()).isEqualTo(401);
    assertThat(ask(good + "A").statusCode()).isEqualTo(401);
    assertThat(ask(good + ".").statusCode()).isEqualTo(401);
    assertThat(ask(good + "." + good).statusCode()).isEqualTo(401);
  }

  @Test
  void token_withForeignCharacters_isNotAnotherTextOfTheSame() throws Exception {
    String good = login.token("alice", "mkt");
    int signature = good.lastIndexOf('.') + 2;
    for (String foreign : List.of("!", "=", "+", "%", "/")) {
      String other = good.substring(0, signature) + foreign + good.substring(signature);
      assertThat(ask(other).statusCode()).as(foreign).isEqualTo(401);
    }
    assertThat(ask(good + "==").statusCode()).isEqualTo(401);
    assertThat(ask(good).statusCode()).isEqualTo(200);
  }

  @Test
  void token_thatPointsElsewhere_fetchesNothingThere() throws Exception {
    try (LoginServer evil = new LoginServer()) {
      URI keys = URI.create(evil.issuer().replace("/realms/acme", "/jwks"));
      RSAKey theirs = LoginServer.rsa("theirs");
      evil.rotateTo(theirs);
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .keyID("theirs")
              .jwkURL(keys)
              .x509CertURL(keys)
              .build();
      Map<String, Object> claims = login.claims("alice", c -> {});
      HttpResponse<String> answer =
          ask(LoginServer.signed(header, claims, new RSASSASigner(theirs)));
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(evil.keyFetches()).isZero();
    }
  }

  @Test
  void badTokens_beyondTheLimit_areTooMany() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertThat(ask(login.token("alice", c -> c.remove("exp"))).statusCode()).isEqualTo(401);
    }
    assertThat(ask(login.token("alice", c -> c.remove("exp"))).statusCode()).isEqualTo(429);
    assertThat(ask(login.token("alice", "mkt")).statusCode()).isEqualTo(200);
  }

  @Test
  void badToken_besideALogin_asksNoOtherDoor() throws Exception {
    gateway.reload(
        SsoGroups.with(SsoGroups.jwt(login) + "  trusted_proxy: {cidrs: [127.0.0.0/8]}\n"));
    String expired = login.token("alice", c -> c.put("exp", 1));
    assertThat(ask(expired, "X-Forwarded-User", "carol").statusCode()).isEqualTo(401);
    assertThat(ask("sk-any-key", "X-Forwarded-User", "carol").statusCode()).isEqualTo(200);
  }
}
