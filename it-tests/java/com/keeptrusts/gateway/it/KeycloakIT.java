package com.keeptrusts.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.it.server.Keycloak;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Keycloak as the company's identity provider, from before it is there until after it has
 * gone; the order of the tests is that life.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {
  private static final int BEFORE = 1;
  private static final int START = 2;
  private static final int ROTATION = 3;
  private static final int REMOVAL = Integer.MAX_VALUE - 1;
  private static final int END = Integer.MAX_VALUE;
  private static final String GROUPS =
      """
      consumer_groups:
        - name: marketing
          sso: {groups: [marketing]}
        - name: engineering
          sso: {groups: [engineering]}
        - name: batch
          sso: {roles: [batch-jobs]}
        - name: reports
          sso: {claims: {azp: reports}}
        - name: team
          api_key: kt_cg_team_abc123
      sso:
        jwt:
          issuer: %s
          audience: keeptrusts
          principal_claim: preferred_username
        admin: {roles: [llm-admin]}
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private Keycloak keycloak;
  private KeycloakAccounts accounts;
  private Deployment deployment;
  private String firstToken;
  private String secondToken;
  private URI secondKey;

  @BeforeAll
  void start(@TempDir Path provider, @TempDir Path home) throws Exception {
    keycloak = new Keycloak(provider);
    accounts = new KeycloakAccounts(keycloak);
    deployment = Deployment.of(home, GROUPS.formatted(keycloak.issuer()));
  }

  @AfterAll
  void stop() throws Exception {
    deployment.close();
    keycloak.stop();
  }

  private HttpResponse<String> ask(String token, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(deployment.gateway().url() + OneTeam.CHAT))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(OneTeam.HELLO));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> admin(String token) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(deployment.gateway().url() + "/admin/events?last=50"))
            .header("Authorization", "Bearer " + token)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Asks each second until the token is good. */
  private void awaitLetIn(String token) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (ask(token).statusCode() != 200) {
      assertThat(System.nanoTime()).as("is not let in").isLessThan(deadline);
      assertThat(deployment.gateway().process().waitFor(1, TimeUnit.SECONDS)).isFalse();
    }
  }

  private static String group(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.headers().firstValue("x-consumer-group").orElse("none");
  }

  /** As good as one can be whose signature is nobody's. */
  private String forgedToken(String header) {
    String claims =
        "{\"iss\": \"%s\", \"aud\": \"keeptrusts\", \"exp\": %d, \"preferred_username\": \"alice\","
            + " \"groups\": [\"marketing\"]}";
    long inAnHour = Instant.now().getEpochSecond() + 3600;
    return header
        + "."
        + base64(claims.formatted(keycloak.issuer(), inAnHour))
        + "."
        + base64("x".repeat(256));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @Order(BEFORE)
  void providerThatIsNotThereYet_letsNobodyIn_andKeysGoOn() throws Exception {
    HttpResponse<String> answer = ask(forgedToken(base64("{\"alg\": \"RS256\"}")));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("identity_provider_unavailable", keycloak.issuer());
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(group(ask(OneTeam.KEY))).isEqualTo("team");
  }

  @Test
  @Order(START)
  void providerThatHasStarted_isFoundWithoutAWord() throws Exception {
    keycloak.launch();
    keycloak.awaitStart();
    firstToken = accounts.token("chat", "alice");
    awaitLetIn(firstToken);
  }

  @Test
  @Order(ROTATION)
  void newKey_countsAtOnce_andTheOldOneGoesOn() throws Exception {
    secondKey = accounts.addKey("second", 200);
    secondToken = accounts.token("chat", "alice");
    assertThat(header(secondToken)).isNotEqualTo(header(firstToken));
    assertThat(group(ask(secondToken))).isEqualTo("marketing");
    assertThat(group(ask(firstToken))).isEqualTo("marketing");
  }

  private static String header(String token) {
    return token.substring(0, token.indexOf('.'));
  }

  @Test
  void person_isInTheGroupOfTheirClaim_andInItsEvents() throws Exception {
    HttpResponse<String> answer = ask(accounts.token("chat", "alice"));
    assertThat(group(answer)).isEqualTo("marketing");
    String id = answer.headers().firstValue("x-request-id").orElseThrow();
    assertThat(admin(accounts.token("chat", "ada")).body().lines())
        .filteredOn(event -> event.contains(id))
        .singleElement()
        .asString()
        .contains("\"principal\":\"alice\"", "\"key_id\":\"jwt\"")
        .contains("\"consumer_group\":\"marketing\"");
  }

  @Test
  void person_inTwoGroups_chooses() throws Exception {
    String token = accounts.token("chat", "dave");
    assertThat(group(ask(token))).isEqualTo("marketing");
    assertThat(group(ask(token, "x-consumer-group", "engineering"))).isEqualTo("engineering");
    assertThat(ask(token, "x-consumer-group", "batch").statusCode()).isEqualTo(403);
  }

  @Test
  void person_inNoGroup_isToldWhatWasLookedAt() throws Exception {
    HttpResponse<String> answer = ask(accounts.token("chat", "frank"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("\"code\": \"no_consumer_group\"", "\"principal\": \"frank\"")
        .contains("claim 'groups': absent", "claim 'realm_access.roles': present")
        .contains("\"roles\": [\"reader\"]");
  }

  @Test
  void service_isInTheGroupOfItsRoleOrItsClient() throws Exception {
    assertThat(group(ask(accounts.serviceToken("batch")))).isEqualTo("batch");
    assertThat(group(ask(accounts.serviceToken("reports")))).isEqualTo("reports");
  }

  @Test
  void tokenThatIsForSomethingElse_isRefused() throws Exception {
    JsonObject tokens = accounts.tokens("chat", "alice");
    assertInvalid(accounts.token("wiki", "alice"), "it is for another audience");
    assertInvalid(tokens.getString("id_token"), "it is for another audience");
    assertInvalid(tokens.getString("refresh_token"), "an algorithm that is not accepted");
    assertInvalid(forgedToken(header(firstToken)), "not signed with a key that its issuer lists");
    HttpResponse<String> otherRealm = ask(accounts.masterToken());
    assertThat(otherRealm.statusCode()).isEqualTo(401);
    assertThat(otherRealm.body()).contains("invalid_api_key");
  }

  private void assertInvalid(String token, String reason) throws Exception {
    HttpResponse<String> answer = ask(token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\": \"invalid_token\"", reason);
  }

  @Test
  void adminApi_isOpenToTheRole() throws Exception {
    assertThat(admin(accounts.token("chat", "ada")).statusCode()).isEqualTo(200);
    assertThat(admin(accounts.token("chat", "alice")).statusCode()).isEqualTo(403);
    assertThat(admin(accounts.token("wiki", "ada")).statusCode()).isEqualTo(401);
  }

  @Test
  @Order(REMOVAL)
  void keyThatIsTakenAway_countsNoMore() throws Exception {
    accounts.addKey("third", 300);
    accounts.remove(secondKey);
    // Keys are asked for again when one is unknown, ten seconds after the last time.
    awaitLetIn(accounts.token("chat", "alice"));
    assertInvalid(secondToken, "not signed with a key that its issuer lists");
    assertThat(group(ask(firstToken))).isEqualTo("marketing");
  }

  @Test
  @Order(END)
  void providerThatHasGone_isNotMissed_untilTheGatewayForgetsItsKeys() throws Exception {
    String unused = accounts.token("chat", "dave");
    keycloak.stop();
    assertThat(group(ask(unused))).isEqualTo("marketing");
    deployment.killAndRestart();
    assertThat(ask(unused).statusCode()).isEqualTo(503);
    assertThat(group(ask(OneTeam.KEY))).isEqualTo("team");
  }
}
