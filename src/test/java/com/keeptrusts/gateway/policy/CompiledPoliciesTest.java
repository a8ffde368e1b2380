package com.keeptrusts.gateway.policy;

import static com.keeptrusts.gateway.policy.Policies.body;
import static com.keeptrusts.gateway.policy.Policies.cards;
import static com.keeptrusts.gateway.policy.Policies.hate;
import static com.keeptrusts.gateway.policy.Policies.of;
import static com.keeptrusts.gateway.policy.Policies.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.config.PolicySettings;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.config.PolicySettings.Scope;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Inspector.Report;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.StreamInspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class CompiledPoliciesTest {
  private static final String CARD = "my card is 4242 4242 4242 4242";
  private static final String SSN = "my ssn is 536-22-8726";
  private static final String BROKEN = "broken";

  private final AtomicLong nanos = new AtomicLong();
  private final PolicyRegistry factory = new PolicyRegistry(() -> nanos.addAndGet(3_000));

  @Test
  void inspect_harmless_everyPolicyPasses() {
    Report report = inspect(request("hello"), hate("a", Action.FLAG), cards("b", Action.BLOCK));
    assertThat(report.refusal()).isEmpty();
    assertThat(report.outcomes())
        .containsExactly(
            outcome("a", "content_filter", Verdict.PASSED),
            outcome("b", "pii_detector", Verdict.PASSED));
  }

  @Test
  void stream_thatKeepsMuchBack_mayTakeLongAtTheNextPiece() {
    PolicySettings wide =
        new PolicySettings(
            "p",
            "regex_filter",
            Action.BLOCK,
            Scope.OUTPUT,
            Map.of("patterns", List.of(Map.of("pattern", "a(.*b)?", "max_length", 4096L))));
    StreamInspection stream = factory.compile(List.of(wide)).answers().openStream();
    assertThat(stream.mayTakeLong(10)).isFalse();
    assertThat(stream.next("a", "x".repeat(1000))).hasSize(1000);
    assertThat(stream.mayTakeLong(10)).isTrue();
    assertThat(stream.end("a")).isEmpty();
    assertThat(stream.mayTakeLong(10)).isFalse();
  }

  @Test
  void inspect_flag_isNotedAndGoesOn() {
    Report report = inspect(request(CARD), cards("a", Action.FLAG), hate("b", Action.FLAG));
    assertThat(report.refusal()).isEmpty();
    assertThat(report.outcomes())
        .containsExactly(
            outcome("a", "pii_detector", Verdict.FLAGGED, "credit_card"),
            outcome("b", "content_filter", Verdict.PASSED));
  }

  @Test
  void inspect_block_refusesAndStops() {
    Report report =
        inspect(
            request("hello", CARD),
            hate("a", Action.FLAG),
            cards("marketing-pii-filter", Action.BLOCK),
            cards("c", Action.BLOCK));
    Refusal refusal = report.refusal().orElseThrow();
    assertThat(refusal.code()).isEqualTo(ErrorCode.INPUT_BLOCKED);
    assertThat(refusal.message())
        .isEqualTo(
            "The prompt was blocked by policy 'marketing-pii-filter': it contains credit_card");
    assertThat(refusal.facts()).containsExactly(Map.entry("policy", "marketing-pii-filter"));
    assertThat(report.outcomes())
        .containsExactly(
            outcome("a", "content_filter", Verdict.PASSED),
            outcome("marketing-pii-filter", "pii_detector", Verdict.BLOCKED, "credit_card"));
  }

  @Test
  void inspect_severalKinds_eachIsNamedOnce() {
    Report report = inspect(request(SSN, CARD, CARD, SSN), cards("a", Action.BLOCK));
    assertThat(report.refusal().orElseThrow().message()).endsWith("it contains ssn, credit_card");
    assertThat(report.outcomes().get(0).entities()).containsExactly("ssn", "credit_card");
  }

  @Test
  void inspect_block_neverRepeatsTheText() {
    Report report = inspect(request(SSN, CARD), cards("a", Action.BLOCK));
    assertThat(report.toString()).doesNotContain("4242").doesNotContain("8726");
  }

  @Test
  void inspect_disguisedNumber_isFound() {
    Report report = inspect(request("４２４２​４２４２４２４２４２４２"), cards("a", Action.BLOCK));
    assertThat(report.refusal()).isPresent();
  }

  @Test
  void inspect_numberSplitOverTexts_isNotJoined() {
    Report report = inspect(request("4242 4242", "4242 4242"), cards("a", Action.BLOCK));
    assertThat(report.refusal()).isEmpty();
  }

  @Test
  void inspect_tokenIds_blockRefusesAndAsksForText() {
    Report report = inspect(request(/* tokenArrays= */ true), cards("a", Action.BLOCK));
    assertThat(report.refusal().orElseThrow().message())
        .isEqualTo(
            "The prompt could not be evaluated by policy 'a':"
                + " it is given as token ids; send text");
    assertThat(report.outcomes()).containsExactly(outcome("a", "pii_detector", Verdict.FAILED));
  }

  @Test
  void inspect_tokenIds_flagAndOnErrorAllowGoOn() {
    PolicySettings lenient =
        of(
            "b",
            "pii_detector",
            Action.BLOCK,
            Map.of("entities", List.of("ssn"), "on_error", "allow"));
    Report report = inspect(request(/* tokenArrays= */ true), cards("a", Action.FLAG), lenient);
    assertThat(report.refusal()).isEmpty();
    assertThat(report.outcomes())
        .extracting(PolicyOutcome::outcome)
        .containsExactly(Verdict.FAILED, Verdict.FAILED);
  }

  @Test
  void inspect_tokenIdsBesideText_textIsStillLookedAt() {
    Report report = inspect(request(/* tokenArrays= */ true, CARD), cards("a", Action.FLAG));
    assertThat(report.outcomes().get(0).outcome()).isEqualTo(Verdict.FLAGGED);
  }

  @Test
  void inspect_failingDetector_refusesWhateverTheAction() {
    for (Action action : List.of(Action.FLAG, Action.BLOCK)) {
      Report report = inspectBroken(of("a", BROKEN, action, Map.of()));
      assertThat(report.refusal().orElseThrow().message())
          .isEqualTo("The prompt could not be evaluated by policy 'a'");
      assertThat(report.refusal().orElseThrow().code()).isEqualTo(ErrorCode.INPUT_BLOCKED);
      assertThat(report.outcomes()).containsExactly(outcome("a", BROKEN, Verdict.FAILED));
    }
  }

  @Test
  void inspect_failingDetectorOnErrorAllow_goesOn() {
    Report report = inspectBroken(of("a", BROKEN, Action.BLOCK, Map.of("on_error", "allow")));
    assertThat(report.refusal()).isEmpty();
    assertThat(report.outcomes()).containsExactly(outcome("a", BROKEN, Verdict.FAILED));
  }

  @Test
  void inspect_failingDetector_logsNoText() {
    List<String> lines = new ArrayList<>();
    Logger logger = Logger.getLogger(Findings.class.getName());
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            lines.add(entry.getMessage() + entry.getThrown());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    try {
      inspectBroken(of("a", BROKEN, Action.BLOCK, Map.of()));
    } finally {
      logger.removeHandler(handler);
    }
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .contains("'a'")
        .contains("IllegalStateException")
        .doesNotContain("4242");
  }

  private Report inspectBroken(PolicySettings settings) {
    PolicyRegistry broken =
        new PolicyRegistry(
            List.of(
                Policies.type(
                    BROKEN,
                    Policies.finding(
                        (text, listener) -> {
                          throw new IllegalStateException("stuck at " + text.text());
                        }))),
            () -> nanos.addAndGet(3_000));
    return broken
        .compile(List.of(settings))
        .prompts()
        .inspect(body(request(CARD)), Policies.CLOSED)
        .join();
  }

  private Report inspect(ModelRequest request, PolicySettings... settings) {
    return factory
        .compile(List.of(settings))
        .prompts()
        .inspect(body(request), Policies.CLOSED)
        .join();
  }

  private static PolicyOutcome outcome(
      String name, String type, Verdict verdict, String... entities) {
    return new PolicyOutcome(name, type, Phase.INPUT, verdict, List.of(entities), 3);
  }
}
