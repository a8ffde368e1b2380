package com.keeptrusts.gateway.quickstart;

import static com.keeptrusts.gateway.quickstart.MockClient.CHAT;
import static com.keeptrusts.gateway.quickstart.MockClient.chat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedKeyTest extends WithMockProvider {
  @ParameterizedTest
  @ValueSource(strings = {"X-Other: x", "Authorization: Bearer", "Authorization: Basic eDp5"})
  void request_withoutAKey_is401InTheServicesWords(String header) throws Exception {
    String answer = models(header);

    assertThat(answer)
        .startsWith("HTTP/1.1 401 Unauthorized")
        .contains("\"code\": \"invalid_api_key\"", "\"param\": null", "\"message\": \"You didn't")
        .doesNotContain("x-ratelimit");
  }

  @Test
  void request_anyBearer_isLetInAtFirst() throws Exception {
    assertThat(models("authorization: bearer whatever")).startsWith("HTTP/1.1 200");
  }

  @Test
  void request_anotherThanTheOneKey_is401() throws Exception {
    provider.accept(new AcceptedKey("Authorization", "Bearer", Optional.of("sk-right")));

    assertThat(client.post(CHAT, chat("m", "")).statusCode()).isEqualTo(401);
    assertThat(models("Authorization: Bearer sk-wrong")).contains("Incorrect API key provided");
    assertThat(models("Authorization: Bearer sk-right")).startsWith("HTTP/1.1 200");
  }

  @Test
  void request_keyInAHeaderOfItsOwn_isFoundThere() throws Exception {
    provider.accept(new AcceptedKey("api-key", "", Optional.of("azure")));

    assertThat(models("Authorization: Bearer azure")).startsWith("HTTP/1.1 401");
    assertThat(models("api-key: azure")).startsWith("HTTP/1.1 200");
  }

  private String models(String header) throws Exception {
    try (RawClient raw = new RawClient(provider)) {
      raw.send("GET /v1/models HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n");
      return raw.readAnswer();
    }
  }
}
