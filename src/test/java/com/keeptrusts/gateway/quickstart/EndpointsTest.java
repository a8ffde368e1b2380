package com.keeptrusts.gateway.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointsTest extends WithMockProvider {
  @Test
  void completions_twoPrompts_haveAChoiceEach() throws Exception {
    Map<String, Object> answer =
        client.postForObject(
            "/completions", "{\"model\":\"m\",\"prompt\":[\"1234\",\"5678\"],\"max_tokens\":1}");

    assertThat((String) answer.get("id")).startsWith("cmpl-");
    assertThat(at(answer, "choices/1/text")).isEqualTo("Hell");
    assertThat(at(answer, "usage/prompt_tokens")).isEqualTo(2);
    assertThat(at(answer, "usage/completion_tokens")).isEqualTo(2);
  }

  @Test
  void completions_streamed_tellUsageOnlyWhenAsked() throws Exception {
    String start = "{\"model\":\"m\",\"prompt\":\"x\",\"stream\":true,\"max_tokens\":1";

    List<String> asked =
        client.events("/completions", start + ",\"stream_options\":{\"include_usage\":true}}");
    assertThat(asked).hasSize(4).last().isEqualTo("[DONE]");
    assertThat(at(asked.get(2), "usage/total_tokens")).isEqualTo(2);
    assertThat(client.events("/completions", start + "}"))
        .hasSize(3)
        .noneMatch(event -> event.contains("usage"));
  }

  @Test
  void embeddings_sameInput_sameVectorInEitherEncoding() throws Exception {
    String start = "{\"model\":\"m\",\"input\":[\"a\",\"b\",\"a\"],\"dimensions\":2";
    Map<String, Object> floats = client.postForObject("/embeddings", start + "}");
    Map<String, Object> base64 =
        client.postForObject("/embeddings", start + ",\"encoding_format\":\"base64\"}");

    assertThat((List<?>) at(floats, "data/0/embedding")).hasSize(2);
    assertThat(at(floats, "data/0/embedding")).isEqualTo(at(floats, "data/2/embedding"));
    assertThat(at(floats, "data/0/embedding")).isNotEqualTo(at(floats, "data/1/embedding"));
    assertThat(Base64.getDecoder().decode((String) at(base64, "data/0/embedding"))).hasSize(8);
    assertThat(at(floats, "usage/prompt_tokens")).isEqualTo(1);
  }

  @Test
  void moderations_inputThatSaysSo_isFlagged() throws Exception {
    Map<String, Object> answer =
        client.postForObject("/moderations", "{\"input\":[\"fine\",\"a flag:hate b\"]}");

    assertThat(answer).containsEntry("model", "omni-moderation-latest");
    assertThat(at(answer, "results/0/flagged")).isEqualTo(false);
    assertThat(at(answer, "results/1/categories/hate")).isEqualTo(true);
  }

  @Test
  void images_modelDecidesFormAndUsage() throws Exception {
    Map<String, Object> gpt =
        client.postForObject(
            "/images/generations", "{\"model\":\"gpt-image-1\",\"prompt\":\"a cat\",\"n\":2}");
    Map<String, Object> dallE =
        client.postForObject("/images/generations", "{\"prompt\":\"a cat\"}");

    assertThat(Base64.getDecoder().decode((String) at(gpt, "data/1/b64_json"))).startsWith(0x89);
    assertThat(at(gpt, "usage/total_tokens")).isEqualTo(2 + 2 * Images.IMAGE_TOKENS);
    assertThat((String) at(dallE, "data/0/url")).startsWith("https://");
    assertThat(dallE).doesNotContainKey("usage");
  }

  @Test
  void speech_isSoundOfEveryByte() throws Exception {
    HttpResponse<byte[]> answer =
        client.post("/audio/speech", "{\"model\":\"tts-1\",\"input\":\"hey\",\"voice\":\"x\"}");

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("audio/mpeg");
    assertThat(answer.body()).hasSize(3 * 256).contains(0, 127, -128, -1);
  }

  @Test
  void transcriptions_tellTokensAndWhisperTellsSeconds() throws Exception {
    assertThat(at(transcribe("transcriptions", "gpt-4o-transcribe", ""), "usage/output_tokens"))
        .isEqualTo(38);
    assertThat(at(transcribe("translations", "whisper-1", ""), "usage/seconds")).isEqualTo(2);
  }

  @Test
  void transcription_streamed_tellsUsageAtItsEnd() throws Exception {
    List<String> events =
        MockClient.data(transcribe("transcriptions", "gpt-4o-transcribe", "stream").body());

    assertThat(events).hasSize(39);
    assertThat(at(events.get(0), "type")).isEqualTo("transcript.text.delta");
    assertThat(at(events.get(38), "usage/output_tokens")).isEqualTo(38);
  }

  @Test
  void models_areListedAndFoundOneByOne() throws Exception {
    provider.listModels(List.of("a", "b/c"));

    assertThat(at(new String(client.get("/models").body(), "UTF-8"), "data/1/id")).isEqualTo("b/c");
    assertThat(client.get("/models/b%2Fc").statusCode()).isEqualTo(200);
    assertThat(client.get("/models/gone").statusCode()).isEqualTo(404);
  }

  private static Object at(HttpResponse<byte[]> response, String path) throws Exception {
    return MockClient.at(Json.parse(response.body()), path);
  }

  private static Object at(String json, String path) throws Exception {
    return MockClient.at(json, path);
  }

  private static Object at(Object json, String path) {
    return MockClient.at(json, path);
  }

  private HttpResponse<byte[]> transcribe(String operation, String model, String flag)
      throws Exception {
    String form =
        part("model", model)
            + part("name=\"file\"; filename=\"a.mp3\"", "x".repeat(16_001))
            + (flag.isEmpty() ? "" : part(flag, "true"))
            + "--mark--\r\n";
    return client.send(
        client
            .builder("/audio/" + operation)
            .header("Content-Type", "multipart/form-data; boundary=mark")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private static String part(String name, String value) {
    String naming = name.contains("=") ? name : "name=\"" + name + "\"";
    return "--mark\r\nContent-Disposition: form-data; " + naming + "\r\n\r\n" + value + "\r\n";
  }
}
