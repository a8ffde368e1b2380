package com.keeptrusts.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.keeptrusts.gateway.quickstart.MockBehaviour;
import com.keeptrusts.gateway.quickstart.MockProvider;
import com.keeptrusts.gateway.quickstart.TutorialConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of the process, as a collector reads it. */
class JsonLogIT {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @TempDir Path folder;

  @Test
  void jsonLog_fromStartToStop_isOneObjectALine() throws Exception {
    Path config = folder.resolve("policy-config.yaml");
    try (MockProvider provider = MockProvider.start(0)) {
      Files.writeString(config, TutorialConfig.inFrontOf(provider.baseUrl()));
    }
    GatewayProcess gateway =
        GatewayProcess.run(
            folder, config, GatewayProcess.freePort(), "--log-format", "json", "--watch");
    String requestId;
    try (gateway) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request(gateway), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(502);
      requestId = answer.headers().firstValue("x-request-id").orElseThrow();
    }
    List<Map<String, String>> lines = new ArrayList<>();
    for (String line : gateway.log().lines().toList()) {
      lines.add(object(line));
    }
    assertThat(lines).allSatisfy(line -> assertThat(line).containsKeys("timestamp", "message"));
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .containsEntry("request_id", requestId)
                    .containsEntry("consumer_group", "marketing")
                    .containsEntry("trace_id", TRACE)
                    .containsEntry("level", "WARNING"));
    assertThat(lines).anySatisfy(line -> assertThat(line.get("message")).contains("stopping"));
  }

  @Test
  void log_whileTheLastRequestsEnd_goesOn() throws Exception {
    Path config = folder.resolve("policy-config.yaml");
    try (MockProvider provider = MockProvider.start(0)) {
      Files.writeString(config, TutorialConfig.inFrontOf(provider.baseUrl()));
      provider.behave(MockBehaviour.GOOD.firstByteAfter(Duration.ofSeconds(2)).dieAfter(0));
      GatewayProcess gateway =
          GatewayProcess.run(folder, config, GatewayProcess.freePort(), "--log-format", "json");
      try (gateway) {
        var answer =
            HttpClient.newHttpClient()
                .sendAsync(request(gateway), HttpResponse.BodyHandlers.ofString());
        assertThat(provider.awaitReceived(1, Duration.ofSeconds(10))).isTrue();
        gateway.process().destroy();
        assertThat(answer.join().statusCode()).isEqualTo(502);
      }
      assertThat(gateway.log()).contains("stopping", "provider target 'openai' failed");
    }
  }

  private static HttpRequest request(GatewayProcess gateway) {
    return HttpRequest.newBuilder(URI.create(gateway.url() + "/v1/chat/completions"))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer kt_cg_marketing_def456")
        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "{\"model\": \"gpt-4o-mini\", \"messages\":"
                    + " [{\"role\": \"user\", \"content\": \"Hello\"}]}"))
        .build();
  }

  private static Map<String, String> object(String line) throws Exception {
    Map<String, String> members = new HashMap<>();
    try (JsonParser json = new JsonFactory().createParser(line)) {
      assertThat(json.nextToken()).as(line).isEqualTo(JsonToken.START_OBJECT);
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        members.put(name, json.getText());
      }
      assertThat(json.nextToken()).isNull();
    }
    return members;
  }
}
