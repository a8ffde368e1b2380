package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.it.server.DeployedGateway;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From key to group. */
class KeysIT extends Contract {
  private static final String OLD = "kt_cg_rotating_old111";
  private static final String NEW = "kt_cg_rotating_new222";
  private static final String GROUPS =
      OneTeam.GROUPS
          + """
            - name: rotating
              rate_limits: {requests_per_minute: 2}
              api_keys:
                - {id: old, key: kt_cg_rotating_old111}
                - {id: new, key: kt_cg_rotating_new222}
                - {id: gone, key: kt_cg_rotating_gone33, expires_at: 2020-01-01T00:00:00Z}
                - {id: off, key: kt_cg_rotating_off444, enabled: false}
            - name: disabled
              enabled: false
              api_key: kt_cg_disabled_abc123
          """;

  private static final List<String> GOOD =
      List.of(
          "Authorization: Bearer " + OneTeam.KEY,
          "authorization: bearer   " + OneTeam.KEY + "  ",
          "api-key: " + OneTeam.KEY,
          "X-Api-Key: " + OneTeam.KEY,
          "X-Api-Key: " + OneTeam.KEY + "\r\nAuthorization: Basic eDp5",
          "api-key: " + OneTeam.KEY + "\r\nAuthorization: Bearer " + OneTeam.KEY,
          "Authorization: Bearer " + OneTeam.KEY + "\r\nAuthorization: Bearer " + OneTeam.KEY);
  private static final List<String> BAD =
      List.of(
          "X-Nothing: 1",
          "Authorization: " + OneTeam.KEY,
          "Authorization: Basic " + OneTeam.KEY,
          "Authorization: Bearer",
          "Authorization: Bearer " + OneTeam.KEY + "x",
          "Authorization: Bearer KT_CG_TEAM_ABC123",
          "Authorization: Bearer " + OneTeam.KEY + ", Bearer " + NEW,
          "Authorization: Bearer " + OneTeam.KEY + "\r\nAuthorization: Bearer " + NEW,
          "Authorization: Bearer " + OneTeam.KEY + "\r\napi-key: " + NEW,
          "Authorization: Bearer " + OneTeam.KEY + "\r\nx-api-key: wrong",
          "api-key: " + OneTeam.KEY + "\r\nx-api-key: " + NEW,
          "Authorization: Bearer " + OneTeam.KEY + "\r\napi-key:",
          "Authorization: Bearer kt_cg_rotating_gone33");

  private RunningGateway gateway;

  @BeforeAll
  static void renew() throws Exception {
    DeployedGateway.renew();
  }

  @BeforeEach
  void start() {
    gateway = deployed(GROUPS);
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
  }

  private RawConnection.Answer ask(String... keyLines) throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      String text = RawConnection.post(OneTeam.CHAT, "x", OneTeam.HELLO, keyLines);
      return connection.send(text.replace("Authorization: Bearer x\r\n", "")).answer();
    }
  }

  @Test
  void key_inAnyHeader_isLetIn() throws Exception {
    for (String lines : GOOD) {
      assertThat(ask(lines).status()).as(lines).isEqualTo(200);
    }
    assertThat(
            gateway.provider().received().stream()
                .map(r -> r.headers().toString())
                .toList()
                .toString())
        .doesNotContain(OneTeam.KEY);
  }

  @Test
  void key_missingUnknownExpiredOrTwo_is401InTheSameWords() throws Exception {
    List<String> before = gateway.events(1);
    String words = ask("Authorization: Bearer unknown").text();
    for (String lines : BAD) {
      RawConnection.Answer answer = ask(lines);
      assertThat(answer.status()).as(lines).isEqualTo(401);
      assertThat(answer.text()).isEqualTo(words);
      assertThat(answer.text()).contains("\"code\": \"invalid_api_key\"");
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
      assertThat(answer.header("x-consumer-group")).isEmpty();
      assertThat(answer.header("x-request-id")).startsWith("req_");
    }
    assertThat(gateway.events(1)).isEqualTo(before);
    assertThat(gateway.provider().receivedCount()).isZero();
  }

  @Test
  void groupOrKey_disabled_is403WithOneEvent() throws Exception {
    for (String key : new String[] {"kt_cg_disabled_abc123", "kt_cg_rotating_off444"}) {
      RawConnection.Answer answer = ask("api-key: " + key);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.text()).contains("\"code\": \"group_disabled\"").doesNotContain(key);
      assertThat(gateway.eventsOf(answer.header("x-request-id")))
          .singleElement()
          .asString()
          .contains("\"result\":\"blocked\"", "\"http_status\":403", "\"total_tokens\":0");
    }
    assertThat(gateway.provider().receivedCount()).isZero();
  }

  @Test
  void rotation_twoKeys_shareTheGroupsLimitAndAreToldApart() throws Exception {
    HttpResponse<String> first = gateway.post(OneTeam.CHAT, OLD, OneTeam.HELLO);
    HttpResponse<String> second = gateway.post(OneTeam.CHAT, NEW, OneTeam.HELLO);
    assertThat(second.headers().firstValue("x-ratelimit-remaining-requests")).hasValue("0");
    assertThat(gateway.eventsOf(first).get(0)).contains("\"key_id\":\"old\"");
    assertThat(gateway.eventsOf(second).get(0)).contains("\"key_id\":\"new\"");
    gateway.reload(GROUPS.replace("      - {id: old, key: kt_cg_rotating_old111}\n", ""));
    assertThat(gateway.post(OneTeam.CHAT, OLD, OneTeam.HELLO).statusCode()).isEqualTo(401);
    assertThat(gateway.post(OneTeam.CHAT, NEW, OneTeam.HELLO).statusCode()).isEqualTo(429);
  }
}
