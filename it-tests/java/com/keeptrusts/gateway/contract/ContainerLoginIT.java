package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.it.GatewayProcess;
import com.keeptrusts.gateway.it.server.DeployedGateway;
import com.keeptrusts.gateway.it.server.LoginUser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The server's own login as the front door, added by its administrator without touching the WAR.
 */
class ContainerLoginIT extends Contract {
  private static final String NAME = "login";
  private static final String GROUPS =
      """
      consumer_groups:
        - name: marketing
          sso: {roles: [mkt-user]}
        - name: team
          api_key: kt_cg_team_abc123
      sso:
        container: {login: true}
        admin: {roles: [llm-admin]}
      """;

  private static RunningGateway gateway;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void deploy() throws Exception {
    if (standsAlone()) {
      return;
    }
    DeployedGateway deployed = DeployedGateway.current();
    deployed.server().deployWithLogin(GatewayProcess.war(), NAME);
    gateway =
        RunningGateway.configure(
            deployed.server().url(NAME),
            deployed.config(),
            DeployedGateway.ADMIN_KEY,
            RunningGateway.TARGET,
            GROUPS);
  }

  @BeforeEach
  void skipWithoutAServer() {
    assumeFalse(standsAlone(), "the executable has no login of its own");
  }

  @AfterAll
  static void undeploy() throws Exception {
    if (gateway != null) {
      gateway.close();
      DeployedGateway.current().server().undeploy(NAME);
    }
  }

  private HttpResponse<String> ask(String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gateway.url() + OneTeam.CHAT))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(OneTeam.HELLO));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private int admin(String... headers) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway.url() + "/admin/events?last=1"))
            .headers(headers)
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private static String group(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.headers().firstValue("x-consumer-group").orElse("none");
  }

  private static void assertOurs(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\": \"invalid_api_key\"");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
  }

  @Test
  void login_withARole_isLetInAndRecorded() throws Exception {
    HttpResponse<String> answer = ask("Authorization", LoginUser.ALICE.basic());
    assertThat(group(answer)).isEqualTo("marketing");
    assertThat(gateway.eventsOf(answer))
        .singleElement()
        .asString()
        .contains("\"consumer_group\":\"marketing\"", "\"key_id\":\"container\"")
        .contains("\"principal\":\"alice\"");
    assertThat(gateway.provider().received())
        .allSatisfy(sent -> assertThat(sent.headers().toString()).doesNotContain("Basic"));
  }

  @Test
  void login_withAWrongPassword_isChallengedByTheServer() throws Exception {
    HttpResponse<String> answer = ask("Authorization", LoginUser.ALICE.basic("guess"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
  }

  @Test
  void login_thatIsMalformed_isNotLetIn() throws Exception {
    for (String malformed : List.of("Basic", "Basic YQ==", "Digest x")) {
      assertThat(ask("Authorization", malformed).statusCode()).as(malformed).isEqualTo(401);
    }
  }

  @Test
  void login_withoutARole_isInNoGroup() throws Exception {
    HttpResponse<String> answer = ask("Authorization", LoginUser.FRANK.basic());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body())
        .contains("\"code\": \"no_consumer_group\"", "\"principal\": \"frank\"")
        .contains("the container's roles");
  }

  @Test
  void key_behindALogin_worksAsBefore() throws Exception {
    assertThat(group(ask("Authorization", "Bearer " + OneTeam.KEY))).isEqualTo("team");
    HttpResponse<String> answer = ask("x-api-key", OneTeam.KEY);
    assertThat(group(answer)).isEqualTo("team");
    assertThat(gateway.eventsOf(answer)).singleElement().asString().contains("\"principal\":null");
  }

  @Test
  void keyBesideALogin_countsIfItIsKnown() throws Exception {
    String login = LoginUser.ALICE.basic();
    assertThat(group(ask("Authorization", login, "x-api-key", OneTeam.KEY))).isEqualTo("team");
    assertThat(group(ask("Authorization", login, "x-api-key", "any"))).isEqualTo("marketing");
    assertOurs(ask("Authorization", login, "x-api-key", "any", "api-key", "other"));
  }

  @Test
  void request_withoutACredential_getsOurAnswer() throws Exception {
    assertOurs(ask());
    assertOurs(ask("Authorization", "Bearer nonsense"));
  }

  @Test
  void adminApi_isOpenToTheRole() throws Exception {
    assertThat(admin("Authorization", LoginUser.ADA.basic())).isEqualTo(200);
    assertThat(admin("Authorization", LoginUser.ALICE.basic())).isEqualTo(403);
    assertThat(admin("Authorization", LoginUser.ADA.basic("guess"))).isEqualTo(401);
    assertThat(admin("Authorization", "Bearer " + DeployedGateway.ADMIN_KEY)).isEqualTo(200);
  }
}
