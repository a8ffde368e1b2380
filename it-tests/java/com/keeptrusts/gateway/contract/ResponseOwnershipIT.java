package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RunningGateway;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Teams share the provider's account, not each other's conversations or models. */
class ResponseOwnershipIT extends Contract {
  private static final String OTHER = "kt_cg_other_abc123";
  private static final String GROUPS =
      OneTeam.GROUPS
          + """
            - name: other
              api_key: kt_cg_other_abc123
              rate_limits: {requests_per_minute: 1, max_concurrent_requests: 1}
              allowed_models: [gpt-4o, "o4-*"]
          """;
  private static final String PATH = "/v1/responses";
  private static final String ASK = "{\"model\":\"gpt-4o\",\"input\":\"hi\"}";
  private static final Pattern ID = Pattern.compile("\"id\": ?\"(resp_[^\"]+)\"");

  private static String continuing(String id) {
    return ASK.replace("}", ",\"previous_response_id\":\"" + id + "\"}");
  }

  private static String idOf(HttpResponse<String> answer) {
    Matcher id = ID.matcher(answer.body());
    assertThat(id.find()).as(answer.body()).isTrue();
    return id.group(1);
  }

  @Test
  void previousResponse_ofAnotherGroup_is404AndOwnPassesAfterARestartToo() throws Exception {
    String id;
    try (RunningGateway gateway = deployed(GROUPS)) {
      id = idOf(gateway.post(PATH, OneTeam.KEY, ASK));
      assertThat(gateway.post(PATH, OneTeam.KEY, continuing(id)).statusCode()).isEqualTo(200);
      assertForeign(gateway, id);
      assertForeign(gateway, "resp_nobody");
      assertThat(gateway.provider().receivedCount()).isEqualTo(2);
    }
    try (RunningGateway gateway = deployed(GROUPS)) {
      assertForeign(gateway, id);
      assertThat(gateway.provider().receivedCount()).isZero();
      gateway.post(PATH, OneTeam.KEY, continuing(id));
      assertThat(gateway.provider().receivedCount()).isEqualTo(1);
    }
  }

  /** Its request and its place come back each time, or the second would be 429. */
  private static void assertForeign(RunningGateway gateway, String id) throws Exception {
    HttpResponse<String> answer = gateway.post(PATH, OTHER, continuing(id));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains(
            "\"code\": \"previous_response_not_found\"", "\"param\": \"previous_response_id\"");
    assertThat(gateway.eventsOf(answer))
        .singleElement()
        .asString()
        .contains("\"result\":\"error\"", "\"total_tokens\":0");
  }

  @Test
  void previousResponse_ofAStream_isKnownToo() throws Exception {
    try (RunningGateway gateway = deployed(GROUPS)) {
      String id = idOf(gateway.post(PATH, OneTeam.KEY, ASK.replace("}", ",\"stream\":true}")));
      assertThat(gateway.post(PATH, OneTeam.KEY, continuing(id)).statusCode()).isEqualTo(200);
      assertForeign(gateway, id);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"background\":true",
        "\"conversation\":\"conv_1\"",
        "\"conversation\":{\"id\":\"c\"}"
      })
  void response_thatCouldNotBeMeteredOrKeptApart_isRefused(String field) throws Exception {
    try (RunningGateway gateway = deployed(GROUPS)) {
      HttpResponse<String> answer =
          gateway.post(PATH, OneTeam.KEY, ASK.replace("}", "," + field + "}"));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("invalid_request");
      assertThat(gateway.provider().receivedCount()).isZero();
    }
  }

  @Test
  void model_notInTheList_is403AndCostsNothing() throws Exception {
    try (RunningGateway gateway = deployed(GROUPS)) {
      for (String model : new String[] {"gpt-4o-mini", "GPT-4o", "o4", " gpt-4o", "gpt-4o*"}) {
        HttpResponse<String> answer =
            gateway.post(OneTeam.CHAT, OTHER, OneTeam.HELLO.replace("gpt-4o-mini", model));
        assertThat(answer.statusCode()).as(model).isEqualTo(403);
        assertThat(answer.body()).contains("\"allowed_models\": [\"gpt-4o\", \"o4-*\"]");
        assertThat(gateway.eventsOf(answer).get(0)).contains("\"result\":\"blocked\"");
      }
      assertThat(
              gateway
                  .post(OneTeam.CHAT, OTHER, OneTeam.HELLO.replace("gpt-4o-mini", "o4-mini"))
                  .statusCode())
          .isEqualTo(200);
    }
  }
}
