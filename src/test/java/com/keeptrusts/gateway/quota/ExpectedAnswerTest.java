package com.keeptrusts.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.TokenUsage;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ExpectedAnswerTest {
  private final ExpectedAnswer expected = new ExpectedAnswer();

  @Test
  void learn_moreModelsThanKept_forgetsTheOneNotUsedLongest() {
    teach("first", 7);
    teach("second", 7);
    for (int i = 0; i < 255; i++) {
      teach("model-" + i, 7);
      assertThat(tokens("first")).isEqualTo(7);
    }
    assertThat(tokens("second")).isEqualTo(500);
  }

  @Test
  void tokens_speech_startsSmall() {
    assertThat(expected.tokens(Endpoint.SPEECH, request("tts-1"))).isEqualTo(50);
  }

  @Test
  void tokens_nothingExpected_isOneAtLeast() {
    assertThat(expected.tokens(Endpoint.EMBEDDINGS, request("ada"))).isEqualTo(1);
    assertThat(expected.tokens(Endpoint.MODERATIONS, request("omni"))).isZero();
  }

  @Test
  void learn_severalChoices_isOfEachChoice() {
    ModelRequest two = Requests.of("gpt-4o", 0, OptionalLong.empty(), 2);
    for (int i = 0; i < 20; i++) {
      expected.learn(Endpoint.CHAT_COMPLETIONS, two, usage(41));
    }
    assertThat(tokens("gpt-4o")).isEqualTo(21);
    assertThat(expected.tokens(Endpoint.CHAT_COMPLETIONS, two)).isEqualTo(42);
  }

  private void teach(String model, long completion) {
    for (int i = 0; i < 20; i++) {
      expected.learn(Endpoint.CHAT_COMPLETIONS, request(model), usage(completion));
    }
  }

  private long tokens(String model) {
    return expected.tokens(Endpoint.CHAT_COMPLETIONS, request(model));
  }

  private static TokenUsage usage(long completion) {
    return new TokenUsage(0, completion, completion, 0, 0, TokenUsage.Source.PROVIDER);
  }

  private static ModelRequest request(String model) {
    return Requests.of(model, 0, OptionalLong.empty(), 1);
  }
}
