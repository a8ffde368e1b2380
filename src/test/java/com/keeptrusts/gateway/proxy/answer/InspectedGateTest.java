package com.keeptrusts.gateway.proxy.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.apischema.AnswerTextReader;
import com.keeptrusts.gateway.config.PolicySettings;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.config.PolicySettings.Scope;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import com.keeptrusts.gateway.policy.PolicyRegistry;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that pass policies on cards and social security numbers. */
class InspectedGateTest {
  private static final Pattern CONTENT = Pattern.compile("\"content\":\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final String DONE = "data: [DONE]\n\n";
  private static final String END =
      "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";

  private final ByteArrayOutputStream leaving = new ByteArrayOutputStream();

  private static AnswerGate gate(Action action) {
    PolicySettings cards =
        new PolicySettings(
            "pii",
            "pii_detector",
            action,
            Scope.OUTPUT,
            Map.of("entities", List.of("credit_card", "ssn")));
    Inspector inspector = new PolicyRegistry(System::nanoTime).compile(List.of(cards)).answers();
    InspectedGate gate = new InspectedGate(inspector.openStream());
    return inspector.holds() ? gate : new BesideGate(gate);
  }

  private static String delta(String content) {
    return "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
        + content
        + "\"},\"logprobs\":null,\"finish_reason\":null}]}\n\n";
  }

  /** What leaves when this event has come. */
  private String pass(AnswerGate gate, String event) {
    byte[] bytes = event.getBytes(UTF_8);
    leaving.reset();
    gate.event(bytes, 0, bytes.length, true, leaving);
    gate.afterwards();
    return leaving.toString(UTF_8);
  }

  private String finish(AnswerGate gate) {
    leaving.reset();
    gate.finish(leaving);
    return leaving.toString(UTF_8);
  }

  private static String content(String events) {
    StringBuilder text = new StringBuilder();
    Matcher matcher = CONTENT.matcher(events);
    while (matcher.find()) {
      text.append(matcher.group(1));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My card is 4111 1111 1111 1111, and my ssn is 536-22-8726.",
        "4111111111111111",
        "a 536-22-8726",
        "{\\\"n\\\": \\\"4111-1111-1111-1111\\\"}"
      })
  void number_cutAnywhere_neverLeaves(String text) {
    String masked = text.replaceAll("4111[- ]?1111[- ]?1111[- ]?1111", "[CREDIT_CARD]");
    masked = masked.replace("536-22-8726", "[SSN]");
    for (int first = 0; first <= text.length(); first++) {
      for (int second = first; second <= text.length(); second += 3) {
        if (isEscape(text, first) || isEscape(text, second)) {
          continue;
        }
        AnswerGate gate = gate(Action.REDACT);
        String left =
            pass(gate, delta(text.substring(0, first)))
                + pass(gate, delta(text.substring(first, second)))
                + pass(gate, delta(text.substring(second)))
                + pass(gate, END)
                + pass(gate, DONE)
                + finish(gate);
        assertThat(content(left)).as("cut at %s and %s", first, second).isEqualTo(masked);
        assertThat(left).endsWith(DONE);
      }
    }
  }

  private static boolean isEscape(String text, int cut) {
    return cut > 0 && text.charAt(cut - 1) == '\\';
  }

  @Test
  void ordinaryEvents_leaveAtOnce_toTheByte() {
    AnswerGate gate = gate(Action.REDACT);
    for (String event :
        List.of(
            ": comment\n\n",
            "event: ping\ndata: {\"a\": 1}\r\n\r\n",
            delta("Hello"),
            delta(", w\\u00f6rld \\ud83d\\ude00"),
            "data: {\"choices\":[],\"usage\":{\"total_tokens\":4111111111111111}}\n\n",
            "id: 4\nretry: 10\n\n",
            END,
            DONE)) {
      assertThat(pass(gate, event)).isEqualTo(event);
    }
    assertThat(finish(gate)).isEmpty();
    assertThat(gate.outcomes()).extracting(PolicyOutcome::outcome).containsExactly(Verdict.PASSED);
  }

  @Test
  void textBeforeANumber_leavesAtOnce() {
    AnswerGate gate = gate(Action.REDACT);
    assertThat(content(pass(gate, delta("the number is 4111 11")))).isEqualTo("the number is ");
    assertThat(content(pass(gate, delta(" items")))).isEqualTo("4111 11 items");
  }

  @Test
  void restOfAText_leavesInAnEventOfItsShape_beforeTheEnd() {
    AnswerGate gate = gate(Action.REDACT);
    pass(gate, delta("it is 42"));
    String[] left = pass(gate, END).split("(?<=\n\n)");
    assertThat(left).hasSize(2);
    assertThat(left[0])
        .isEqualTo(
            "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"42\"},"
                + "\"logprobs\":null,\"finish_reason\":null}]}\n\n");
    assertThat(left[1]).isEqualTo(END);
  }

  @Test
  void toolArguments_keepTheirPlaceInARest() {
    AnswerGate gate = gate(Action.REDACT);
    pass(
        gate,
        "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":1,\"id\":\"call_1\","
            + "\"function\":{\"name\":\"pay\",\"arguments\":\"{\\\"n\\\": 41\"}}]},\"index\":2}]}\n\n");
    assertThat(pass(gate, DONE))
        .isEqualTo(
            "data: {\"choices\":[{\"index\":2,\"delta\":{\"tool_calls\":[{\"index\":1,\"function\":"
                + "{\"arguments\":\"41\"}}]},\"logprobs\":null,\"finish_reason\":null}]}\n\n"
                + DONE);
  }

  @Test
  void choices_areTextsOfTheirOwn() {
    AnswerGate gate = gate(Action.REDACT);
    String both =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}},"
            + "{\"index\":1,\"delta\":{\"content\":\"%s\"}}]}\n\n";
    String left =
        pass(gate, both.formatted("4111 1111 ", "x"))
            + pass(gate, both.formatted("1111 1111", "4111"))
            + pass(gate, both.formatted(" y", "z"));
    assertThat(left).contains("\"content\":\"[CREDIT_CARD] y\"").contains("\"content\":\"4111z\"");
  }

  @Test
  void logProbabilities_ofAChangedText_areGone() {
    AnswerGate gate = gate(Action.REDACT);
    String event =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"4111111111111111 \"},"
            + "\"logprobs\":{\"content\":[{\"token\":\"4111111111111111\"}]}}]}\n\n";
    assertThat(pass(gate, event) + pass(gate, delta("x")))
        .contains("[CREDIT_CARD]")
        .contains("\"logprobs\":null")
        .doesNotContain("4111");
  }

  @Test
  void responses_deltasAndWhatRepeatsThem_areAllRedacted() {
    AnswerGate gate = gate(Action.REDACT);
    List<String> left = new ArrayList<>();
    String piece =
        "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\","
            + "\"item_id\":\"m\",\"output_index\":0,\"content_index\":0,\"delta\":\"%s\"}\n\n";
    left.add(pass(gate, piece.formatted("card 4111 1111 ")));
    left.add(pass(gate, piece.formatted("1111 1111")));
    left.add(
        pass(
            gate,
            "data: {\"type\":\"response.output_text.done\",\"output_index\":0,\"content_index\":0,"
                + "\"text\":\"card 4111 1111 1111 1111\"}\n\n"));
    left.add(
        pass(
            gate,
            "data: {\"type\":\"response.completed\",\"response\":{\"output\":[{\"content\":[{\"text\":"
                + "\"card 4111 1111 1111 1111\"}]}],\"instructions\":\"never 5555555555554444\"}}\n\n"));
    assertThat(left.get(0)).contains("\"delta\":\"card \"");
    assertThat(left.get(2))
        .contains("\"delta\":\"[CREDIT_CARD]\"", "\"text\":\"card [CREDIT_CARD]\"");
    assertThat(left.get(3)).contains("\"text\":\"card [CREDIT_CARD]\"", "5555555555554444");
    assertThat(String.join("", left)).doesNotContain("1111");
  }

  @Test
  void block_letsNothingOfTheNumberOut_norAnythingAfterIt() {
    AnswerGate gate = gate(Action.BLOCK);
    String left =
        pass(gate, delta("so: 4111 1111 11"))
            + pass(gate, delta("11 1111"))
            + pass(gate, delta(" is it"))
            + pass(gate, delta(" more"))
            + pass(gate, DONE)
            + finish(gate);
    assertThat(content(left)).isEqualTo("so: ");
    assertThat(gate.refusal().orElseThrow().message())
        .isEqualTo("The answer was blocked by policy 'pii': it contains credit_card");
  }

  @Test
  void flag_changesNothing_andFindsWhatWasCut() {
    AnswerGate gate = gate(Action.FLAG);
    for (String event :
        List.of(delta("4111 1111 11"), delta("11 1111"), delta(" is it"), END, DONE)) {
      assertThat(pass(gate, event)).isEqualTo(event);
    }
    assertThat(finish(gate)).isEmpty();
    assertThat(gate.outcomes())
        .singleElement()
        .satisfies(
            outcome -> {
              assertThat(outcome.outcome()).isEqualTo(Verdict.FLAGGED);
              assertThat(outcome.entities()).containsExactly("credit_card");
            });
  }

  @Test
  void dataThatIsNoJson_isATextItself() {
    AnswerGate gate = gate(Action.REDACT);
    assertThat(pass(gate, "data: no. 4111111111111111\n\n"))
        .isEqualTo("data: no. [CREDIT_CARD]\n\n");
  }

  @Test
  void jsonOverSeveralDataLines_isRedactedInPlace() {
    AnswerGate gate = gate(Action.REDACT);
    assertThat(pass(gate, "data: {\"error\":\ndata: \"4111111111111111\"}\n\n"))
        .isEqualTo("data: {\"error\":\ndata: \"[CREDIT_CARD]\"}\n\n");
  }

  @Test
  void eventOfAnotherKind_inTheMidstOfANumber_setsNothingFree() {
    AnswerGate gate = gate(Action.REDACT);
    String left =
        pass(gate, delta("4111 1111 "))
            + pass(gate, "data: ping\n\n")
            + pass(gate, ": comment\n\n")
            + pass(gate, "data: {\"type\":\"ping\"}\n\n")
            + pass(gate, delta("1111 1111"))
            + pass(gate, DONE);
    assertThat(content(left)).isEqualTo("[CREDIT_CARD]");
    assertThat(left).doesNotContain("1111").contains("data: ping");
  }

  @Test
  void textThatStandsTwiceInAnEvent_isOneText() {
    AnswerGate gate = gate(Action.REDACT);
    String event =
        "data: {\"choices\":[{\"delta\":{\"content\":\"4111 1111 \",\"content\":\"1111 1111\"}}]}\n\n";
    assertThat(pass(gate, event) + pass(gate, DONE)).doesNotContain("1111");
  }

  @Test
  void namesAndOtherMembersOfADelta_standWhole() {
    AnswerGate gate = gate(Action.REDACT);
    String event =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\","
            + "\"function\":{\"name\":\"step 4\",\"arguments\":\"\"}}],\"annotations\":[{\"title\":"
            + "\"year 2024\"}]}}]}\n\n";
    assertThat(pass(gate, event)).isEqualTo(event);
  }

  @Test
  void callWithAnotherId_isAnotherText() {
    AnswerGate gate = gate(Action.REDACT);
    String call =
        "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"id\":\"%s\",\"function\":"
            + "{\"arguments\":\"%s\"}}]}}]}\n\n";
    String left = pass(gate, call.formatted("a", "x 1")) + pass(gate, call.formatted("b", "2 y"));
    assertThat(left)
        .contains("\"function\":{\"arguments\":\"1\"}")
        .endsWith(call.formatted("b", "2 y"));
  }

  @Test
  void inputOfACustomTool_isWhatTheModelWrote() {
    AnswerGate gate = gate(Action.REDACT);
    assertThat(
            pass(
                gate,
                "data: {\"type\":\"response.custom_tool_call_input.done\",\"output_index\":0,"
                    + "\"input\":\"pay 4111 1111 1111 1111\"}\n\n"))
        .contains("pay [CREDIT_CARD]");
  }

  @Test
  void whatRepeatsTheRequest_isPassedOver_inAResponseOnly() {
    String members = "{\"instructions\":\"4111111111111111\",\"object\":\"%s\"}";
    assertThat(AnswerTextReader.answer(members.formatted("response").getBytes(UTF_8)))
        .hasValueSatisfying(texts -> assertThat(texts.whole()).isEmpty());
    assertThat(AnswerTextReader.answer(members.formatted("x").getBytes(UTF_8)))
        .hasValueSatisfying(texts -> assertThat(texts.whole()).hasSize(1));
  }

  @Test
  void emptyDataLines_pass() {
    for (Action action : Action.values()) {
      AnswerGate gate = gate(action);
      for (String event : List.of("data:\n\n", "data: \n\n", "\n", ":\n\n")) {
        assertThat(pass(gate, event)).isEqualTo(event);
      }
      assertThat(gate.refusal()).isEmpty();
    }
  }

  @Test
  void restOfAText_saysNothingElseOfItsEventAgain() {
    AnswerGate gate = gate(Action.REDACT);
    String first =
        pass(
            gate,
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a 41\"}}],"
                + "\"search_results\":[{\"title\":\"4111111111111111\"}]}\n\n");
    assertThat(first + pass(gate, END)).doesNotContain("1111").contains("\"content\":\"41\"");
  }

  @Test
  void errorMemberInEveryEvent_setsNothingFree() {
    AnswerGate gate = gate(Action.REDACT);
    String event =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}],\"error\":\"\"}\n\n";
    assertThat(
            pass(gate, event.formatted("4111 1111 "))
                + pass(gate, event.formatted("1111 1111"))
                + finish(gate))
        .doesNotContain("1111");
  }

  @Test
  void answerThatIsNoStreamAtAll_isATextItself() {
    AnswerGate gate = gate(Action.REDACT);
    assertThat(pass(gate, "{\"a\": \"4111111111111111\"}")).isEqualTo("{\"a\": \"[CREDIT_CARD]\"}");
  }

  @Test
  void restAfterAnEventWithoutItsEnd_isAnEventOfItsOwn() {
    AnswerGate gate = gate(Action.REDACT);
    String left = pass(gate, delta("a")) + pass(gate, delta("see 41").strip()) + finish(gate);
    assertThat(left.split("\n\n")).hasSize(3);
  }
}
