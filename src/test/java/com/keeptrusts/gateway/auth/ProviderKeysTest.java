package com.keeptrusts.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RunningGateway;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An identity provider that changes its keys, is away, or slow. */
class ProviderKeysTest {
  private static final RSAKey SECOND = LoginServer.rsa("second");

  @TempDir Path folder;
  private final LoginServer login = new LoginServer();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private RunningGateway gateway;

  private void start() {
    gateway = RunningGateway.start(folder, SsoGroups.with(SsoGroups.jwt(login)));
  }

  @AfterEach
  void stop() throws Exception {
    login.hold(new CountDownLatch(0));
    gateway.close();
    login.close();
  }

  private HttpResponse<String> ask(String token) throws Exception {
    return gateway.post(OneTeam.CHAT, token, OneTeam.HELLO);
  }

  @Test
  void newKey_isKnownWithinOneRequest_andTheOldOneNoMore() throws Exception {
    start();
    String old = login.token("alice", "mkt");
    assertThat(ask(old).statusCode()).isEqualTo(200);

    login.rotateTo(SECOND);
    assertThat(ask(login.token("alice", "mkt")).statusCode()).isEqualTo(200);

    assertThat(ask(old).statusCode()).isEqualTo(401);
  }

  @Test
  void provider_awayAtTheStart_isUnavailableUntilItIsThere() throws Exception {
    login.answerWith(500);
    start();
    String token = login.token("alice", "mkt");
    HttpResponse<String> refused = ask(token);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("identity_provider_unavailable", login.issuer());
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(gateway.provider().receivedCount()).isZero();
    assertThat(ask(OneTeam.KEY).statusCode()).isEqualTo(200);

    login.answerWith(200);
    Instant end = Instant.now().plusSeconds(10);
    HttpResponse<String> answer = ask(token);
    while (answer.statusCode() == 503 && Instant.now().isBefore(end)) {
      answer = ask(token);
    }
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void provider_awayLater_letsKnownKeysGoOn() throws Exception {
    start();
    assertThat(ask(login.token("alice", "mkt")).statusCode()).isEqualTo(200);
    login.answerWith(500);
    assertThat(ask(login.token("bob", "mkt")).statusCode()).isEqualTo(200);

    login.rotateTo(SECOND);
    assertThat(ask(login.token("alice", "mkt")).statusCode()).isEqualTo(401);
  }

  @Test
  void provider_thatIsSlow_holdsNoThreadOfTheServer() throws Exception {
    CountDownLatch later = new CountDownLatch(1);
    login.hold(later);
    start();
    List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      waiting.add(http.sendAsync(request(login.token("user" + i, "mkt")), BodyHandlers.ofString()));
    }
    for (int i = 0; i < 5; i++) {
      assertThat(
              http.sendAsync(request(OneTeam.KEY), BodyHandlers.ofString())
                  .get(3, TimeUnit.SECONDS)
                  .statusCode())
          .isEqualTo(200);
    }
    later.countDown();
    for (CompletableFuture<HttpResponse<String>> answer : waiting) {
      // On a machine with too much to do some may have waited for as long as they may.
      assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isIn(200, 503);
    }
    assertThat(login.keyFetches()).isEqualTo(1);
    assertThat(ask(login.token("alice", "mkt")).statusCode()).isEqualTo(200);
  }

  private HttpRequest request(String key) {
    return HttpRequest.newBuilder(URI.create(gateway.url() + OneTeam.CHAT))
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + key)
        .POST(HttpRequest.BodyPublishers.ofString(OneTeam.HELLO))
        .build();
  }

  @Test
  void provider_thatIsTooSlow_isUnavailable() throws Exception {
    login.hold(new CountDownLatch(1));
    start();
    assertThat(ask(login.token("alice", "mkt")).statusCode()).isEqualTo(503);
    assertThat(ask(OneTeam.KEY).statusCode()).isEqualTo(200);
  }

  @Test
  void keyIds_thatStrangersInvent_makeFewFetches() throws Exception {
    start();
    assertThat(ask(login.token("alice", "mkt")).statusCode()).isEqualTo(200);
    int before = login.keyFetches();
    for (int i = 0; i < 100; i++) {
      String invented = "kid-" + i;
      String token = login.signed(header -> header.keyID(invented), login.claims("x", c -> {}));
      assertThat(ask(token).statusCode()).isIn(401, 429);
    }
    assertThat(login.keyFetches() - before).isBetween(1, 2);
    assertThat(ask(login.token("alice", "mkt")).statusCode()).isEqualTo(200);
  }

  @Test
  void reload_thatLeavesAProviderAlone_keepsItsKeys() throws Exception {
    start();
    String token = login.token("alice", "mkt");
    assertThat(ask(token).statusCode()).isEqualTo(200);
    login.answerWith(500);
    gateway.reload(SsoGroups.with(SsoGroups.jwt(login) + "  principals: none\n"));
    HttpResponse<String> answer = ask(token);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(gateway.eventsOf(answer)).singleElement().asString().contains("\"principal\":null");

    gateway.reload(SsoGroups.with(SsoGroups.jwt(login).replace("keeptrusts", "other")));
    assertThat(ask(token).statusCode()).isEqualTo(401);
  }

  @Test
  void discovery_ofAnotherIssuer_isNotBelieved() throws Exception {
    gateway =
        RunningGateway.start(
            folder,
            SsoGroups.with(
                "  jwt: {issuer: 'http://127.0.0.1/evil', audience: keeptrusts, discovery_url: '"
                    + login.issuer()
                    + "/.well-known/openid-configuration'}\n"));
    String token =
        login.token(
            "alice",
            claims -> {
              claims.put("iss", "http://127.0.0.1/evil");
              claims.put("groups", "mkt");
            });
    assertThat(ask(token).statusCode()).isEqualTo(503);
  }
}
