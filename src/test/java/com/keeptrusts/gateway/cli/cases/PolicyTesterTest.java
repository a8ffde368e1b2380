package com.keeptrusts.gateway.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.cli.cases.CaseReport.Status;
import com.keeptrusts.gateway.config.PolicyCase;
import com.keeptrusts.gateway.config.PolicyCase.Expected;
import com.keeptrusts.gateway.config.PolicyCase.Group;
import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.GroupPolicies;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.Result;
import com.keeptrusts.gateway.exchange.StreamInspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the real policies never do: see a stream otherwise, or fail. */
class PolicyTesterTest {
  private final List<String> pieces = new ArrayList<>();

  private static CaseReport test(Inspector answers, Result expected, boolean stream) {
    return PolicyTester.test(
        new PolicyCase(
            1,
            "a case",
            new Group("g", new GroupPolicies(Inspector.NONE, answers), List.of()),
            Phase.OUTPUT,
            stream,
            List.of("{\"content\":\"four words and 𝒜\"}"),
            new Expected(expected, Optional.empty(), Optional.empty(), Optional.empty())));
  }

  @Test
  void streamThatFlagsLongPiecesOnly_saysInWhich() {
    CaseReport report = test(new Recording(Verdict.PASSED), Result.PASS, true);
    assertThat(report.status()).isEqualTo(Status.FAILED);
    assertThat(report.reasons()).containsExactly("in pieces of 7: expected pass, was flagged");
    assertThat(report.result()).contains(Result.FLAGGED);
    assertThat(pieces).startsWith("f", "o").endsWith("four wo", "rds and", " 𝒜");
    assertThat(String.join("", pieces)).isEqualTo("four words and 𝒜".repeat(3));
  }

  @Test
  void withoutStream_nothingIsCut() {
    assertThat(test(new Recording(Verdict.PASSED), Result.PASS, false).status())
        .isEqualTo(Status.PASSED);
    assertThat(pieces).isEmpty();
  }

  @Test
  void policyThatFails_neverCountsAsPassed() {
    CaseReport report = test(new Recording(Verdict.FAILED), Result.PASS, false);
    assertThat(report.status()).isEqualTo(Status.FAILED);
    assertThat(report.reasons()).containsExactly("policy 'p' could not be evaluated");
  }

  private static List<PolicyOutcome> outcome(Verdict verdict) {
    return List.of(new PolicyOutcome("p", "t", Phase.OUTPUT, verdict, List.of(), 0));
  }

  private final class Recording implements Inspector {
    private final Verdict whole;

    Recording(Verdict whole) {
      this.whole = whole;
    }

    @Override
    public boolean isEmpty() {
      return false;
    }

    @Override
    public boolean holds() {
      return false;
    }

    @Override
    public CompletableFuture<Report> inspect(BodyTexts texts, Outlet outlet) {
      return CompletableFuture.completedFuture(
          new Report(outcome(whole), Optional.empty(), List.of()));
    }

    @Override
    public StreamInspection openStream() {
      return new RecordedStream();
    }
  }

  private final class RecordedStream implements StreamInspection {
    private boolean sawSeven;

    @Override
    public String next(String channel, String piece) {
      pieces.add(piece);
      sawSeven |= piece.length() == 7;
      return piece;
    }

    @Override
    public Map<String, String> end(String prefix) {
      return Map.of();
    }

    @Override
    public List<BodyEdit> inspect(BodyTexts texts) {
      return List.of();
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.empty();
    }

    @Override
    public List<PolicyOutcome> outcomes() {
      return outcome(sawSeven ? Verdict.FLAGGED : Verdict.PASSED);
    }
  }
}
