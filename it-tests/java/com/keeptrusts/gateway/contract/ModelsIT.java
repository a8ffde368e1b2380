package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.it.server.DeployedGateway;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code GET /v1/models}, as far as the group may use them. */
class ModelsIT extends Contract {
  private static final String GROUPS =
      """
      consumer_groups:
        - name: team
          api_key: kt_cg_team_abc123
          rate_limits: {requests_per_minute: 1, max_concurrent_requests: 1}
          allowed_models: ["gpt-4o*", org/model]
          policies:
            - {name: pii, type: pii_detector, action: block, config: {entities: [ssn]}}
        - name: all
          api_key: kt_cg_all_abc123
        - name: none
          api_key: kt_cg_none_abc123
          allowed_models: []
      """;

  private RunningGateway gateway;

  @BeforeAll
  static void renew() throws Exception {
    DeployedGateway.renew();
  }

  @BeforeEach
  void start() {
    gateway = deployed(OneTeam.target("mock", "PROVIDER"), GROUPS);
    gateway
        .provider()
        .listModels(List.of("gpt-4o", "gpt-4o-mini", "o4-mini", "org/model", "a b+c"));
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
  }

  @Test
  void list_showsWhatTheGroupMayUse() throws Exception {
    HttpResponse<String> answer = gateway.get("/v1/models", OneTeam.KEY);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith("{\"object\":\"list\"")
        .contains("\"gpt-4o\"", "\"gpt-4o-mini\"", "\"org/model\"")
        .doesNotContain("o4-mini");
    assertThat(answer.headers().firstValue("x-consumer-group")).hasValue("team");
    assertThat(gateway.get("/v1/models", "kt_cg_all_abc123").body()).contains("\"o4-mini\"");
    assertThat(gateway.get("/v1/models", "kt_cg_none_abc123").body()).contains("\"data\":[]");
  }

  @Test
  void oneModel_isShownOrUnknown() throws Exception {
    assertThat(gateway.get("/v1/models/gpt-4o", OneTeam.KEY).body()).contains("\"id\":");
    assertThat(gateway.get("/v1/models/org/model", OneTeam.KEY).statusCode()).isEqualTo(200);
    assertThat(gateway.get("/v1/models/a%20b+c", "kt_cg_all_abc123").statusCode()).isEqualTo(200);
    for (String hidden : List.of("o4-mini", "nobody", "gpt-4o/x", "GPT-4o", "gpt-4o*")) {
      HttpResponse<String> answer = gateway.get("/v1/models/" + hidden, OneTeam.KEY);
      assertThat(answer.statusCode()).as(hidden).isEqualTo(404);
      assertThat(answer.body()).contains("\"code\": \"model_not_found\"");
    }
  }

  @Test
  void list_isAskedForOnceAMinuteAndTakesNoQuotaAndLeavesNoEvent() throws Exception {
    List<String> before = gateway.events(1);
    for (int i = 0; i < 5; i++) {
      assertThat(gateway.get("/v1/models", OneTeam.KEY).statusCode()).isEqualTo(200);
    }
    assertThat(gateway.provider().receivedCount()).isEqualTo(1);
    HttpResponse<String> answer = gateway.get("/v1/models", OneTeam.KEY);
    assertThat(answer.headers().firstValue("x-ratelimit-remaining-requests")).hasValue("1");
    assertThat(gateway.events(1)).isEqualTo(before);
    assertThat(gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO).statusCode()).isEqualTo(200);
  }

  @Test
  void list_ofAProviderThatIsDown_is502AndRecovers() throws Exception {
    gateway.provider().behaveOnce(com.keeptrusts.gateway.quickstart.MockBehaviour.parse("die"));
    HttpResponse<String> answer = gateway.get("/v1/models", OneTeam.KEY);
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).contains("\"code\": \"upstream_error\"");
    assertThat(gateway.get("/v1/models", OneTeam.KEY).statusCode()).isEqualTo(200);
    gateway.provider().behaveOnce(com.keeptrusts.gateway.quickstart.MockBehaviour.GOOD);
  }
}
