package com.keeptrusts.gateway.apischema;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.Answer;
import com.keeptrusts.gateway.exchange.TokenUsage;
import com.keeptrusts.gateway.exchange.TokenUsage.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
  static Answer read(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    AnswerReader reader = new AnswerReader();
    reader.feed(bytes, 0, bytes.length);
    return reader.finish();
  }

  @Test
  void chat_wholeAnswer_usageModelAndId() {
    Answer read = read(Samples.CHAT_ANSWER);
    assertThat(read.model()).hasValue("gpt-4o-2024-08-06");
    assertThat(read.responseId()).hasValue("chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT");
    assertThat(read.usage()).hasValue(new TokenUsage(19, 10, 29, 3, 4, Source.PROVIDER));
    assertThat(read.observedTokens()).isEqualTo(TokenEstimate.of("Hello! 你好\n😀{\"a\":1}no"));
  }

  @Test
  void responses_wholeAnswer_usageAndNoEchoOfTheRequest() {
    Answer read = read(Samples.RESPONSES_ANSWER);
    assertThat(read.model()).hasValue("gpt-4.1-2025-04-14");
    assertThat(read.responseId()).hasValue("resp_67ccd2bed1ec8190");
    assertThat(read.usage()).hasValue(new TokenUsage(36, 87, 123, 5, 64, Source.PROVIDER));
    assertThat(read.observedTokens()).isEqualTo(TokenEstimate.of("I thoughtIn a grove{\"q\":2}"));
  }

  @Test
  void embeddings_wholeAnswer_noCompletion() {
    Answer read =
        read(
            "{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,"
                + "\"embedding\":[0.1,-2e-3,7]}],\"model\":\"text-embedding-3-small\","
                + "\"usage\":{\"prompt_tokens\":8,\"total_tokens\":8}}");
    assertThat(read.model()).hasValue("text-embedding-3-small");
    assertThat(read.usage()).hasValue(new TokenUsage(8, 0, 8, 0, 0, Source.PROVIDER));
    assertThat(read.observedTokens()).isZero();
  }

  @Test
  void images_base64_isPassedAndNotCounted() {
    Answer read =
        read(
            "{\"created\":1,\"data\":[{\"b64_json\":\""
                + "QUJD".repeat(50_000)
                + "\"}],\"usage\":{\"total_tokens\":100,\"input_tokens\":50,\"output_tokens\":50,"
                + "\"input_tokens_details\":{\"text_tokens\":10,\"image_tokens\":40}}}");
    assertThat(read.usage()).hasValue(new TokenUsage(50, 50, 100, 0, 0, Source.PROVIDER));
    assertThat(read.observedTokens()).isZero();
  }

  @Test
  void transcriptions_tokensOrDuration_onlyTokensAreKnown() {
    Answer tokens =
        read(
            "{\"text\":\"Imagine\",\"segments\":[{\"text\":\"Imagine\"}],\"usage\":{"
                + "\"type\":\"tokens\",\"input_tokens\":14,\"input_token_details\":"
                + "{\"text_tokens\":0,\"audio_tokens\":14},\"output_tokens\":45,\"total_tokens\":59}}");
    assertThat(tokens.usage()).hasValue(new TokenUsage(14, 45, 59, 0, 0, Source.PROVIDER));
    assertThat(tokens.observedTokens()).isEqualTo(2);
    Answer duration =
        read("{\"text\":\"Imagine\",\"usage\":{\"type\":\"duration\",\"seconds\":9}}");
    assertThat(duration.usage()).isEmpty();
    assertThat(duration.observedTokens()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'prompt_tokens':0,'completion_tokens':0,'total_tokens':0|0|0|0",
        "'prompt_tokens':3,'completion_tokens':4|3|4|7",
        "'prompt_tokens':3,'total_tokens':9|3|6|9",
        "'completion_tokens':4,'total_tokens':9|5|4|9",
        "'total_tokens':9|9|0|9",
        "'prompt_tokens':3|3|0|3",
        "'prompt_tokens':3,'completion_tokens':4,'total_tokens':20|3|4|20",
        "'prompt_tokens':3,'completion_tokens':4,'input_tokens':0,'output_tokens':0|3|4|7",
        "'prompt_tokens':1000000000000,'completion_tokens':0|1000000000000|0|1000000000000",
        "'prompt_tokens':3,'completion_tokens':null,'total_tokens':null|3|0|3",
        "'prompt_tokens':3,'completion_tokens':4,'prompt_tokens_details':null|3|4|7",
        "'prompt_tokens':3,'completion_tokens':4,'prompt_tokens_details':{'cached_tokens':-1}|3|4|7",
        "'prompt_tokens' : 3 , 'cost':0.1, 'x':{'prompt_tokens':99},'completion_tokens':4|3|4|7",
      })
  void usage_whatIsThere_isCompleted(String members, long prompt, long completion, long total) {
    assertThat(read("{\"usage\":{" + members.replace('\'', '"') + "}}").usage())
        .hasValue(new TokenUsage(prompt, completion, total, 0, 0, Source.PROVIDER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"completion_tokens\":4",
        "\"prompt_tokens\":-1,\"completion_tokens\":4",
        "\"prompt_tokens\":1.5,\"completion_tokens\":4",
        "\"prompt_tokens\":1e2,\"completion_tokens\":4",
        "\"prompt_tokens\":\"3\",\"completion_tokens\":4",
        "\"prompt_tokens\":true,\"completion_tokens\":4",
        "\"prompt_tokens\":3,\"completion_tokens\":{}",
        "\"prompt_tokens\":3,\"completion_tokens\":[4]",
        "\"prompt_tokens\":1000000000001,\"completion_tokens\":4",
        "\"prompt_tokens\":99999999999999999999999999,\"completion_tokens\":4",
        "\"prompt_tokens\":3,\"completion_tokens\":4,\"total_tokens\":-7",
        "\"prompt_tokens\":null",
      })
  void usage_unreliable_isUnknownAndNotZero(String members) {
    assertThat(read("{\"usage\":{" + members + "}}").usage()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"usage\":null}",
        "{\"usage\":7}",
        "{\"usage\":[{\"prompt_tokens\":3}]}",
        "{\"x\":{\"usage\":{\"prompt_tokens\":3}}}",
        "[{\"usage\":{\"prompt_tokens\":3}}]",
        "{\"x\":\"{\\\"usage\\\":{\\\"prompt_tokens\\\":3}}\"}",
        "{\"usage\":{\"prompt_tokens\":3",
        "{\"usage\":{\"prompt_tokens\":3,\"total_tokens\":12",
        "plain text {\"usage\":{\"prompt_tokens\":3}}",
        "{} {\"usage\":{\"prompt_tokens\":3}}",
      })
  void usage_notTheAnswersOwnOrCutOff_isUnknown(String json) {
    assertThat(read(json).usage()).isEmpty();
  }

  @Test
  void names_longUnprintableOrEmpty_areUnknown() {
    assertThat(read("{\"model\":\"\",\"id\":\"a\\nb\"}")).isEqualTo(Answer.NONE);
    assertThat(read("{\"model\":\"" + "m".repeat(257) + "\"}").model()).isEmpty();
    assertThat(read("{\"model\":\"" + "m".repeat(256) + "\"}").model()).isPresent();
    assertThat(read("{\"mod\\u0065l\":\"a\\/b\"}").model()).hasValue("a/b");
  }

  @Test
  void names_emptyObjectsBefore_doNotShiftThem() {
    assertThat(read("{\"x\":{},\"model\":\"m\",\"y\":[{}],\"id\":\"i\"}"))
        .isEqualTo(new Answer(Optional.of("m"), Optional.of("i"), Optional.empty(), 0));
    assertThat(read("{\"x\":[\"model\",\"usage\"],\"id\":\"model\",\"y\":\"m\"}").model())
        .isEmpty();
  }

  @Test
  void depth_beyondWhatIsFollowed_doesNotConfuse() {
    String deep = "[{\"usage\":".repeat(500) + "1" + "}]".repeat(500);
    Answer read = read("{\"x\":" + deep + ",\"usage\":{\"prompt_tokens\":3}}");
    assertThat(read.usage()).hasValue(new TokenUsage(3, 0, 3, 0, 0, Source.PROVIDER));
  }

  @Property(tries = 300)
  void feed_cutAnywhere_sameAnswer(
      @ForAll @IntRange(max = 1) int which,
      @ForAll @Size(max = 20) List<@IntRange(max = 1500) Integer> cuts) {
    String json = which == 0 ? Samples.CHAT_ANSWER : Samples.RESPONSES_ANSWER;
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    AnswerReader reader = new AnswerReader();
    Samples.feed(bytes, cuts, reader::feed);
    assertThat(reader.finish()).isEqualTo(read(json));
  }

  @Test
  void feed_byteByByte_sameAnswer() {
    for (String json : List.of(Samples.CHAT_ANSWER, Samples.RESPONSES_ANSWER)) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      AnswerReader reader = new AnswerReader();
      for (int i = 0; i < bytes.length; i++) {
        reader.feed(bytes, i, 1);
      }
      assertThat(reader.finish()).isEqualTo(read(json));
    }
  }

  @Property(tries = 2000)
  void feed_garbage_neverThrows(@ForAll("garbage") byte[] bytes) {
    AnswerReader reader = new AnswerReader();
    reader.feed(bytes, 0, bytes.length);
    assertThat(reader.finish().observedTokens()).isBetween(0L, (long) bytes.length);
  }

  @Provide
  Arbitrary<byte[]> garbage() {
    return Samples.garbage();
  }

  @Property
  void observed_anyString_isTheEstimateOfTheString(@ForAll String text) {
    String lenient = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(read("{\"text\":" + Samples.quote(lenient) + "}").observedTokens())
        .isEqualTo(TokenEstimate.of(lenient));
  }

  @Test
  void feed_hundredMegabytesOfBase64_quickAndNotKept() {
    byte[] megabyte = new byte[1 << 20];
    Arrays.fill(megabyte, (byte) 'A');
    AnswerReader reader = new AnswerReader();
    byte[] start = "{\"data\":[{\"b64_json\":\"".getBytes(StandardCharsets.US_ASCII);
    byte[] end = "\"}],\"usage\":{\"prompt_tokens\":1}}".getBytes(StandardCharsets.US_ASCII);
    CpuTime time = new CpuTime();
    reader.feed(start, 0, start.length);
    for (int i = 0; i < 100; i++) {
      reader.feed(megabyte, 0, megabyte.length);
    }
    reader.feed(end, 0, end.length);
    assertThat(reader.finish().usage()).isPresent();
    time.assertLessThan(Duration.ofSeconds(5));
  }
}
