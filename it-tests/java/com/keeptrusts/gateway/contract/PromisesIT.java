package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.RunningGateway;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tutorial's promises, over the whole chain. */
class PromisesIT extends Contract {
  private static final String GROUPS =
      """
      consumer_groups:
        - name: engineering
          api_key: kt_cg_engineering_abc123
          allowed_models: [gpt-4o-mini, gpt-4o]
        - name: marketing-%1$d
          api_key: kt_cg_marketing%1$d_def456
          rate_limits: {requests_per_minute: 30, tokens_per_minute: 50000, tokens_per_day: 500000}
          allowed_models: [gpt-4o-mini]
      """;
  private static final String CHAT = "/v1/chat/completions";
  private static final String HELLO =
      "{\"model\": \"gpt-4o-mini\", \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}";

  private RunningGateway gateway;

  // Nothing gives back what a group has used: each test has a group of its own.
  private static int count;
  private String groups;
  private String marketing;

  @BeforeEach
  void start() {
    count++;
    groups = GROUPS.formatted(count);
    marketing = "kt_cg_marketing" + count + "_def456";
    gateway = deployed(groups);
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
  }

  @Test
  void chat_allowedModel_passesAndLeavesAnEvent() throws Exception {
    HttpResponse<String> answer = gateway.post(CHAT, marketing, HELLO);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("chat.completion");
    assertThat(answer.headers().firstValue("x-consumer-group")).hasValue("marketing-" + count);
    assertThat(answer.headers().firstValue("x-ratelimit-remaining-requests")).hasValue("29");
    assertThat(gateway.eventsOf(answer))
        .singleElement()
        .asString()
        .contains("\"result\":\"pass\"")
        .contains("\"total_tokens\":40")
        .contains("\"source\":\"provider\"");
  }

  @Test
  void chat_modelNotAllowed_is403AsTheTutorialPrintsIt() throws Exception {
    HttpResponse<String> answer =
        gateway.post(CHAT, marketing, HELLO.replace("gpt-4o-mini", "gpt-4o"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .isEqualTo(
            """
            {
              "error": {
                "code": "model_not_allowed",
                "message": "Consumer group 'marketing-%d' does not have access to model 'gpt-4o'",
                "allowed_models": ["gpt-4o-mini"],
                "type": "permission_error"
              }
            }"""
                .formatted(count));
    assertThat(gateway.provider().receivedCount()).isZero();
    assertThat(answer.headers().firstValue("x-ratelimit-remaining-requests")).hasValue("30");
  }

  @Test
  void chat_thirtyFirstRequest_is429AndOthersPass() throws Exception {
    for (int i = 0; i < 30; i++) {
      assertThat(gateway.post(CHAT, marketing, HELLO).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> answer = gateway.post(CHAT, marketing, HELLO);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValueAsLong("retry-after").getAsLong()).isBetween(1L, 61L);
    assertThat(gateway.post(CHAT, "kt_cg_engineering_abc123", HELLO).statusCode()).isEqualTo(200);
    List<String> events = gateway.events(2);
    assertThat(events.get(0)).contains("\"result\":\"blocked\"").contains("\"total_tokens\":0");
  }

  @Test
  void models_listAndOne_areThoseOfTheGroupAndLeaveNoEvent() throws Exception {
    gateway.provider().listModels(List.of("gpt-4o", "gpt-4o-mini"));
    List<String> before = gateway.events(1);
    HttpResponse<String> list = gateway.get("/v1/models", marketing);
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body()).contains("\"gpt-4o-mini\"").doesNotContain("\"gpt-4o\"");
    assertThat(gateway.get("/v1/models/gpt-4o-mini", marketing).statusCode()).isEqualTo(200);
    assertThat(gateway.get("/v1/models/gpt-4o", marketing).statusCode()).isEqualTo(404);
    assertThat(gateway.events(1)).isEqualTo(before);
  }

  @Test
  void reload_newPolicy_blocksTheNextRequest() throws Exception {
    String card = HELLO.replace("Hello", "my card is 4111 1111 1111 1111");
    assertThat(gateway.post(CHAT, marketing, card).statusCode()).isEqualTo(200);
    String policy =
        groups
            + "    input_policies:\n"
            + "      - {name: pii, type: pii_detector, action: block,"
            + " config: {entities: [credit_card]}}\n";
    assertThat(gateway.reload(policy).statusCode()).isEqualTo(200);
    HttpResponse<String> answer = gateway.post(CHAT, marketing, card);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("input_blocked").doesNotContain("4111 ");
    assertThat(gateway.provider().receivedCount()).isEqualTo(1);
  }
}
