package com.keeptrusts.gateway.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Result;
import com.keeptrusts.gateway.exchange.TokenUsage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EventJsonTest {
  @Test
  void bytes_usualEvent_hasEveryMemberInOrder() {
    Event event = Events.event("evt_1").policy("pii", PolicyOutcome.Verdict.FLAGGED).build();
    assertThat(text(event))
        .isEqualTo(
            """
            {"id":"evt_1","timestamp":"2026-11-23T12:00:00.000Z","request_id":"req_evt_1",\
            "consumer_group":"marketing","key_id":"key1","principal":null,\
            "endpoint":"/v1/chat/completions","model":"gpt-4o-mini","response_model":"gpt-4o-mini-2024","response_id":"chatcmpl-1",\
            "provider":"openai","target":"openai","result":"pass","verdict":"allow",\
            "reason":null,"http_status":200,"stream":false,"usage":{"prompt_tokens":8,\
            "completion_tokens":2,"total_tokens":10,"cached_tokens":1,"reasoning_tokens":2,\
            "source":"provider"},"latency_ms":285.125,"time_to_first_byte_ms":120,\
            "gateway_ms":1.5,"ended_by":"provider","policies":[{"name":"pii",\
            "type":"pii_detector","phase":"input","outcome":"flagged","entities":["ssn"],\
            "duration_us":12}],"config_version":"v1"}""");
  }

  @Test
  void bytes_refusedEvent_showsZerosForUsageAndNullForWhatIsAbsent() {
    assertThat(text(refused("gpt-4o")))
        .contains("\"total_tokens\":0", "\"source\":\"none\"", "\"provider\":null")
        .contains("\"time_to_first_byte_ms\":null", "\"policies\":[]", "\"latency_ms\":0.0");
  }

  @Property(tries = 300)
  void bytes_anyModelName_isOneLineThatReadsBack(@ForAll("anyText") String model) {
    String json = text(refused(model));
    assertThat(json.chars()).allMatch(c -> c >= ' ');
    String read = EventParser.parse(json.getBytes(UTF_8)).model().orElseThrow();
    String clipped = model.substring(0, Math.min(model.length(), 512));
    // Encoding replaces each lone surrogate by a question mark; the event shows U+FFFD for it.
    assertThat(read.replace('\uFFFD', '?'))
        .isEqualTo(new String(clipped.getBytes(UTF_8), UTF_8).replace('\uFFFD', '?'));
  }

  @Provide
  Arbitrary<String> anyText() {
    return Arbitraries.strings()
        .withChars("\"\\\n\r\u0000\u001f\u2028 aé\uFFFD")
        .withCharRange('\uD7FE', '\uE002')
        .ofMaxLength(600);
  }

  @Property(tries = 100)
  void event_whatWasWritten_readsBackEqual(
      @ForAll Endpoint endpoint, @ForAll Result result, @ForAll long epochMillis) {
    Instant at = Instant.ofEpochMilli(Math.floorMod(epochMillis, 4_000_000_000_000L));
    Event event = Events.event("evt_2").endpoint(endpoint).result(result).at(at).build();
    assertThat(EventParser.parse(EventJson.bytes(event, 0, 0))).isEqualTo(event);
  }

  @Test
  void intent_whatWasWritten_readsBackEqual() throws IOException {
    Intent intent = Events.intent("evt_3");
    assertThat(IntentReader.read(EventJson.bytes(intent, 0, 0))).isEqualTo(intent);
  }

  @Test
  void intent_withMoreMembers_readsBackEqual() throws IOException {
    Intent intent = Events.intent("evt_4");
    String json = new String(EventJson.bytes(intent, 0, 0), UTF_8);
    String more = json.replaceFirst("\\{", "{\"later\":{\"id\":[1,{}]},\"ratio\":0.5,");
    assertThat(IntentReader.read(more.getBytes(UTF_8))).isEqualTo(intent);
  }

  @Test
  void intent_somethingElse_saysWhatIsMissing() {
    assertThatThrownBy(() -> IntentReader.read("{\"id\":\"x\"}".getBytes(UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("\"timestamp\"");
    assertThatThrownBy(() -> IntentReader.read("[]".getBytes(UTF_8)))
        .isInstanceOf(IOException.class);
  }

  private static String text(Event event) {
    return new String(EventJson.bytes(event, 0, 0), UTF_8);
  }

  private static Event refused(String model) {
    return new Event(
        "evt_9",
        Events.NOON,
        "req",
        "marketing",
        "key1",
        Optional.empty(),
        Endpoint.CHAT_COMPLETIONS,
        Optional.of(model),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Result.BLOCKED,
        Event.Verdict.BLOCK,
        Optional.of("model_not_allowed"),
        403,
        false,
        TokenUsage.NONE,
        Double.NaN,
        OptionalLong.empty(),
        0,
        Outcome.EndedBy.GATEWAY,
        List.of(),
        "v1");
  }
}
