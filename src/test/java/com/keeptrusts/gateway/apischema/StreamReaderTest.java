package com.keeptrusts.gateway.apischema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.Answer;
import com.keeptrusts.gateway.exchange.TokenUsage;
import com.keeptrusts.gateway.exchange.TokenUsage.Source;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.ValueSource;

class StreamReaderTest {
  private static final String CHUNK =
      "\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"model\":\"gpt-4o-mini-2024\",";

  /** A stream that was read as the proxy reads it. */
  private static final class Reading implements SseSplitter.Sink {
    private final StreamReader reader = new StreamReader();
    private final List<StreamEvent> events = new ArrayList<>();

    @Override
    public void event(byte[] bytes, int offset, int length, boolean ends) {
      StreamEvent event = reader.read(bytes, offset, length, ends);
      if (ends) {
        events.add(event);
      } else {
        assertThat(event).isEqualTo(StreamEvent.ORDINARY);
      }
    }

    private Answer answer() {
      return reader.finish();
    }

    static Reading of(String stream) {
      Reading reading = new Reading();
      SseSplitter splitter = new SseSplitter(reading);
      byte[] bytes = stream.getBytes(UTF_8);
      splitter.feed(bytes, 0, bytes.length);
      splitter.finish();
      return reading;
    }
  }

  private static String chat(String... data) {
    StringBuilder stream = new StringBuilder();
    for (String line : data) {
      stream.append("data: ").append(line).append("\n\n");
    }
    return stream.toString();
  }

  private static final String CHAT_STREAM =
      chat(
          "{\"choices\":[],\"created\":0,\"id\":\"\",\"model\":\"\",\"prompt_filter_results\":[{}]}",
          "{"
              + CHUNK
              + "\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},"
              + "\"logprobs\":null}],\"usage\":null}",
          "{"
              + CHUNK
              + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"}}],\"usage\":null}",
          "{" + CHUNK + "\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"hm\"}}]}",
          "{"
              + CHUNK
              + "\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,"
              + "\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}}]}",
          "{" + CHUNK + "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}",
          "{"
              + CHUNK
              + "\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":12,"
              + "\"total_tokens\":21,\"completion_tokens_details\":{\"reasoning_tokens\":2}}}",
          "[DONE]");

  private static final String RESPONSES_STREAM =
      """
      event: response.created
      data: {"type":"response.created","sequence_number":0,"response":{"id":"resp_1","model":"gpt-5","usage":null,"instructions":"long"}}

      event: response.output_item.added
      data: {"type":"response.output_item.added","item":{"id":"msg_1","type":"message","content":[]}}

      event: response.output_text.delta
      data: {"delta":"Hi there","type":"response.output_text.delta","item_id":"msg_1","obfuscation":"xyz"}

      event: response.audio.delta
      data: {"type":"response.audio.delta","delta":"UklGRgAAAAAAAAAAAAAA"}

      event: response.output_text.done
      data: {"type":"response.output_text.done","text":"Hi there"}

      event: response.completed
      data: {"type":"response.completed","response":{"id":"resp_1","model":"gpt-5","output":[{"content":[{"text":"Hi there"}]}],"usage":{"input_tokens":37,"input_tokens_details":{"cached_tokens":1},"output_tokens":11,"output_tokens_details":{"reasoning_tokens":2},"total_tokens":48}}}

      """;

  @Test
  void chat_wholeStream_usageChunkAndEnd() {
    Reading read = Reading.of(CHAT_STREAM);
    assertThat(read.events).hasSize(8);
    assertThat(read.events.subList(0, 6)).containsOnly(StreamEvent.ORDINARY);
    assertThat(read.events.get(6)).isEqualTo(new StreamEvent(true, false));
    assertThat(read.events.get(7)).isEqualTo(new StreamEvent(false, true));
    assertThat(read.answer())
        .isEqualTo(
            new Answer(
                Optional.of("gpt-4o-mini-2024"),
                Optional.of("chatcmpl-1"),
                Optional.of(new TokenUsage(9, 12, 21, 0, 2, Source.PROVIDER)),
                TokenEstimate.of("Helhm{}")));
  }

  @Test
  void chat_usageWithChoices_isNotUsageOnlyAndLastWins() {
    Reading read =
        Reading.of(
            chat(
                "{\"choices\":[{\"delta\":{}}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1}}",
                "{\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2},\"choices\":[null]}",
                "{\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":3},\"choices\":[{}]}",
                "{\"choices\":[],\"usage\":null}",
                "{\"choices\":[],\"usage\":{}"));
    assertThat(read.events).containsOnly(StreamEvent.ORDINARY);
    assertThat(read.answer().usage()).hasValue(new TokenUsage(1, 3, 4, 0, 0, Source.PROVIDER));
  }

  @Test
  void chat_usageBeforeChoices_isUsageOnly() {
    assertThat(Reading.of(chat("{\"usage\":{\"prompt_tokens\":1},\"choices\": [ ]}")).events)
        .containsExactly(new StreamEvent(true, false));
  }

  @Test
  void chat_usageOfSomethingElse_isNotUsageOnly() {
    assertThat(
            Reading.of(
                    chat(
                        "{\"choices\":[],\"response\":{\"usage\":{\"prompt_tokens\":1}}}",
                        "{\"choices\":[],\"x\":{\"usage\":{\"prompt_tokens\":1}}}",
                        "{\"choices\":[\"x\"],\"usage\":{\"prompt_tokens\":1}}",
                        "{\"choices\":[7],\"usage\":{\"prompt_tokens\":1}}",
                        "{\"choices\":{},\"usage\":{\"prompt_tokens\":1}}",
                        "{\"choices\":[],\"usage\":{\"prompt_tokens\":1}"))
                .events)
        .containsOnly(StreamEvent.ORDINARY);
  }

  @Test
  void completions_textOfChoices_isCounted() {
    assertThat(Reading.of(chat("{\"choices\":[{\"text\":\"Hello\"}]}")).answer().observedTokens())
        .isEqualTo(2);
  }

  @Test
  void chat_cutOff_whatPassedIsCountedAndUsageUnknown() {
    Reading read = Reading.of(CHAT_STREAM.substring(0, CHAT_STREAM.indexOf("12,")));
    assertThat(read.answer().usage()).isEmpty();
    assertThat(read.answer().observedTokens()).isEqualTo(TokenEstimate.of("Helhm{}"));
    assertThat(read.events).containsOnly(StreamEvent.ORDINARY);
  }

  @Test
  void responses_wholeStream_deltasOnceAndUsageAtTheEnd() {
    Reading read = Reading.of(RESPONSES_STREAM);
    assertThat(read.events).hasSize(6);
    assertThat(read.events.subList(0, 5)).containsOnly(StreamEvent.ORDINARY);
    assertThat(read.events.get(5)).isEqualTo(new StreamEvent(false, true));
    assertThat(read.answer().responseId()).hasValue("resp_1");
    assertThat(read.answer().model()).hasValue("gpt-5");
    assertThat(read.answer().usage()).hasValue(new TokenUsage(37, 11, 48, 1, 2, Source.PROVIDER));
    assertThat(read.answer().observedTokens()).isEqualTo(TokenEstimate.of("Hi there"));
  }

  @Test
  void responses_lastEventVeryLarge_usageIsReadFromThePieces() {
    String large = "x".repeat(300_000);
    Reading read = Reading.of(RESPONSES_STREAM.replace("[{\"text\":\"Hi", "[{\"text\":\"" + large));
    assertThat(read.events.get(5)).isEqualTo(new StreamEvent(false, true));
    assertThat(read.answer().usage()).hasValue(new TokenUsage(37, 11, 48, 1, 2, Source.PROVIDER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: [DONE]\n\n",
        "data:[DONE]\r\n\r\n",
        "\ufeffdata: [DONE]\r\r",
        "data: [DONE]",
        "id: 1\ndata: [DONE]\nretry: 5\n\n",
        "data: {\"error\":{\"message\":\"boom\"}}\n\n",
        "data: {\"error\":\"boom\"}\n\n",
        "event: error\ndata: {\"type\":\"error\",\"message\":\"boom\"}\n\n",
        "data: {\"type\":\"response.failed\",\"response\":{}}\n\n",
        "data: {\"type\":\"response.incomplete\",\"response\":{}}\n\n",
        "data: {\"type\":\ndata: \"response.completed\"}\n\n",
        "data: {\"type\":\"transcript.text.done\",\"text\":\"x\"}\n\n",
        "data: {\"type\":\"speech.audio.done\",\"usage\":{}}\n\n",
      })
  void terminal_eventsThatEndAStream_are(String stream) {
    assertThat(Reading.of(stream).events).containsExactly(new StreamEvent(false, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ": [DONE]\n\n",
        "event: [DONE]\n\n",
        "database: [DONE]\n\n",
        "dat: [DONE]\n\n",
        "data: {\"content\":\"[DONE]\"}\n\n",
        "data: {\"error\":null,\"choices\":[]}\n\n",
        "data: {\"type\":\"response.in_progress\",\"response\":{\"error\":{}}}\n\n",
        "data: {\"x\":{\"type\":\"response.completed\"}}\n\n",
        "data\n\n",
        ": ping\n\n",
      })
  void terminal_otherEvents_areNot(String stream) {
    assertThat(Reading.of(stream).events).containsExactly(StreamEvent.ORDINARY);
  }

  @Test
  void audio_streams_usageOfTheLastEvent() {
    Reading transcript =
        Reading.of(
            chat(
                "{\"type\":\"transcript.text.delta\",\"delta\":\"I see\"}",
                "{\"type\":\"transcript.text.done\",\"text\":\"I see\",\"usage\":{\"type\":\"tokens\","
                    + "\"input_tokens\":14,\"output_tokens\":31,\"total_tokens\":45}}"));
    assertThat(transcript.answer().usage())
        .hasValue(new TokenUsage(14, 31, 45, 0, 0, Source.PROVIDER));
    assertThat(transcript.answer().observedTokens()).isEqualTo(2);
    Reading speech =
        Reading.of(
            chat(
                "{\"type\":\"speech.audio.delta\",\"audio\":\"UklGRg==\"}",
                "{\"type\":\"speech.audio.done\",\"usage\":{\"input_tokens\":14,"
                    + "\"output_tokens\":101,\"total_tokens\":115}}"));
    assertThat(speech.answer().usage())
        .hasValue(new TokenUsage(14, 101, 115, 0, 0, Source.PROVIDER));
    assertThat(speech.answer().observedTokens()).isZero();
  }

  @Property(tries = 300)
  void read_cutAnywhere_sameEventsAndAnswer(
      @ForAll @IntRange(max = 3) int which,
      @ForAll @Size(max = 20) List<@IntRange(max = 1800) Integer> cuts) {
    String stream = which % 2 == 0 ? CHAT_STREAM : RESPONSES_STREAM;
    String lines = which < 2 ? stream : stream.replace("\n", "\r\n");
    Reading cut = new Reading();
    SseSplitter splitter = new SseSplitter(cut);
    Samples.feed(lines.getBytes(UTF_8), cuts, splitter::feed);
    splitter.finish();
    Reading whole = Reading.of(stream);
    assertThat(cut.events).isEqualTo(whole.events);
    assertThat(cut.answer()).isEqualTo(whole.answer());
  }

  @Property(tries = 2000)
  void read_garbage_neverThrows(@ForAll("garbage") byte[] bytes, @ForAll boolean ends) {
    StreamReader reader = new StreamReader();
    reader.read(bytes, 0, bytes.length, ends);
    reader.read(bytes, 0, bytes.length, true);
    assertThat(reader.finish().observedTokens()).isBetween(0L, 2L * bytes.length);
  }

  @Provide
  Arbitrary<byte[]> garbage() {
    return Samples.garbage();
  }
}
