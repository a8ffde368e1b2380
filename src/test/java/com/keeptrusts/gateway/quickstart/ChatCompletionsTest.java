package com.keeptrusts.gateway.quickstart;

import static com.keeptrusts.gateway.quickstart.MockClient.CHAT;
import static com.keeptrusts.gateway.quickstart.MockClient.at;
import static com.keeptrusts.gateway.quickstart.MockClient.chat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChatCompletionsTest extends WithMockProvider {
  private static final String STREAM = ",\"stream\":true";
  private static final String WITH_USAGE = STREAM + ",\"stream_options\":{\"include_usage\":true}";

  @Test
  void chat_plain_echoesTheModelAndCountsFourCharactersAsAToken() throws Exception {
    Map<String, Object> answer = client.postForObject(CHAT, chat("any-model", ""));

    assertThat(answer)
        .containsEntry("object", "chat.completion")
        .containsEntry("model", "any-model")
        .containsKeys("created", "system_fingerprint", "service_tier");
    assertThat((String) answer.get("id")).startsWith("chatcmpl-");
    String content = (String) at(answer, "choices/0/message/content");
    assertThat(at(answer, "usage/prompt_tokens")).isEqualTo(MockTokens.of("Hello")).isEqualTo(2);
    assertThat(at(answer, "usage/completion_tokens")).isEqualTo(MockTokens.of(content));
    assertThat(at(answer, "usage/total_tokens")).isEqualTo(2 + MockTokens.of(content));
    assertThat(at(answer, "usage/prompt_tokens_details/cached_tokens")).isEqualTo(0);
    assertThat(at(answer, "choices/0/finish_reason")).isEqualTo("stop");
  }

  @Test
  void chat_contentParts_countsTheirTexts() throws Exception {
    String body =
        "{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"12345678\"},"
            + "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"1234\"},"
            + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:xxxxxxxx\"}}]}]}";

    assertThat(at(client.postForObject(CHAT, body), "usage/prompt_tokens")).isEqualTo(3);
  }

  @Test
  void chat_twoCaps_obeysTheSmallerForEachOfTheChoices() throws Exception {
    Map<String, Object> answer =
        client.postForObject(
            CHAT, chat("m", ",\"max_tokens\":9,\"max_completion_tokens\":3,\"n\":2"));

    assertThat(at(answer, "choices/1/index")).isEqualTo(1);
    assertThat(at(answer, "choices/1/message/content")).isEqualTo("Hello from t");
    assertThat(at(answer, "choices/1/finish_reason")).isEqualTo("length");
    assertThat(at(answer, "usage/completion_tokens")).isEqualTo(6);
  }

  @Test
  void stream_usageNotAskedFor_tellsNoneAndEndsWithDone() throws Exception {
    List<String> events = client.events(CHAT, chat("m", STREAM + ",\"max_tokens\":2"));

    assertThat(events).hasSize(5).last().isEqualTo("[DONE]");
    assertThat(events).noneMatch(event -> event.contains("\"usage\""));
    assertThat(at(events.get(0), "choices/0/delta/role")).isEqualTo("assistant");
    assertThat(at(events.get(1), "choices/0/delta/content")).isEqualTo("Hell");
    assertThat(at(events.get(3), "choices/0/finish_reason")).isEqualTo("length");
    assertThat(at(events.get(3), "object")).isEqualTo("chat.completion.chunk");
  }

  @Test
  void stream_usageAskedFor_tellsItInAChunkOfItsOwnAndNullBefore() throws Exception {
    List<String> events = client.events(CHAT, chat("m", WITH_USAGE + ",\"max_tokens\":2"));

    assertThat(events).hasSize(6).last().isEqualTo("[DONE]");
    assertThat(events.subList(0, 4)).allMatch(event -> event.contains("\"usage\":null"));
    assertThat(at(events.get(4), "choices")).isEqualTo(List.of());
    assertThat(at(events.get(4), "usage/completion_tokens")).isEqualTo(2);
  }

  @Test
  void stream_usageAskedForWithFalse_tellsNone() throws Exception {
    List<String> events =
        client.events(CHAT, chat("m", STREAM + ",\"stream_options\":{\"include_usage\":false}"));

    assertThat(events).noneMatch(event -> event.contains("\"usage\""));
  }

  @Test
  void stream_saysTheSameAsThePlainAnswer() throws Exception {
    Object plain = at(client.postForObject(CHAT, chat("m", "")), "choices/0/message/content");
    List<String> events = client.events(CHAT, chat("m", STREAM));

    String streamed =
        events.subList(1, events.size() - 2).stream()
            .map(ChatCompletionsTest::content)
            .collect(Collectors.joining());
    assertThat(streamed).isEqualTo(plain);
  }

  @Test
  void stream_twoChoices_areSideBySide() throws Exception {
    List<String> events = client.events(CHAT, chat("m", STREAM + ",\"n\":2,\"max_tokens\":1"));

    assertThat(at(events.get(2), "choices/0/index")).isEqualTo(0);
    assertThat(at(events.get(3), "choices/0/index")).isEqualTo(1);
  }

  @Test
  void chat_streamOptionsWithoutStream_is400() throws Exception {
    assertThat(client.post(CHAT, chat("m", ",\"stream_options\":{}")).statusCode()).isEqualTo(400);
  }

  @Test
  void chat_noStreamOptionsQuirk_refusesThem() throws Exception {
    provider.behave(MockBehaviour.parse("no-stream-options"));

    assertThat(client.post(CHAT, chat("m", WITH_USAGE)).statusCode()).isEqualTo(400);
    assertThat(client.post(CHAT, chat("m", STREAM)).statusCode()).isEqualTo(200);
  }

  @Test
  void chat_withoutMessagesOrModel_is400InTheServicesWords() throws Exception {
    Map<String, Object> noMessages = client.postForObject(CHAT, "{\"model\":\"m\"}");

    assertThat(at(noMessages, "error/code")).isEqualTo("missing_required_parameter");
    assertThat(at(noMessages, "error/param")).isEqualTo("messages");
    assertThat(client.post(CHAT, "{\"messages\":[]}").statusCode()).isEqualTo(400);
  }

  @Test
  void chat_noUsage_leavesItOutEverywhere() throws Exception {
    provider.behave(MockBehaviour.GOOD.with(Quirk.NO_USAGE));

    assertThat(client.postForObject(CHAT, chat("m", ""))).doesNotContainKey("usage");
    assertThat(client.events(CHAT, chat("m", WITH_USAGE)))
        .noneMatch(event -> event.contains("prompt_tokens"));
  }

  @Test
  void chat_zeroUsage_tellsZeros() throws Exception {
    assertThat(at(client.postForObject(CHAT, chat("mock-zero-usage", "")), "usage/total_tokens"))
        .isEqualTo(0);
  }

  @Test
  void chat_details_areToldAndReasoningIsWithinTheCompletion() throws Exception {
    provider.behave(MockBehaviour.GOOD.text("1234").details(7, 5));

    Map<String, Object> answer = client.postForObject(CHAT, chat("m", ""));
    assertThat(at(answer, "usage/completion_tokens")).isEqualTo(6);
    assertThat(at(answer, "usage/completion_tokens_details/reasoning_tokens")).isEqualTo(5);
    assertThat(at(answer, "usage/prompt_tokens_details/cached_tokens")).isEqualTo(7);
  }

  private static String content(String event) {
    try {
      Object content = at(event, "choices/0/delta/content");
      return content == null ? "" : content.toString();
    } catch (IOException noJson) {
      throw new UncheckedIOException(noJson);
    }
  }
}
