package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.exchange.Inspector.Report;
import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import com.keeptrusts.gateway.exchange.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks services what they say of texts that the gateway's own policies have let pass. */
final class Verdicts {
  private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);

  /** What came of one policy. */
  private record Given(PolicyOutcome outcome, Optional<Refusal> refusal) {}

  private final Phase phase;
  private final List<AskingPolicy> policies;
  private final LongSupplier nanos;

  Verdicts(Phase phase, List<AskingPolicy> policies, LongSupplier nanos) {
    this.phase = phase;
    this.policies = policies;
    this.nanos = nanos;
  }

  /** Asks all at once; adds what they say to the report, in order. Never fails. */
  CompletableFuture<Report> ask(Report report, List<String> texts, Outlet outlet) {
    List<CompletableFuture<Given>> given = new ArrayList<>();
    for (AskingPolicy policy : policies) {
      given.add(ask(policy, texts, outlet));
    }
    return CompletableFuture.allOf(given.toArray(CompletableFuture[]::new))
        .thenApply(done -> with(report, given));
  }

  private CompletableFuture<Given> ask(AskingPolicy policy, List<String> texts, Outlet outlet) {
    long started = nanos.getAsLong();
    CompletableFuture<List<String>> kinds;
    try {
      kinds = policy.judge().kindsIn(texts, outlet);
    } catch (RuntimeException e) {
      kinds = CompletableFuture.failedFuture(e);
    }
    return kinds.handle(
        (found, failure) -> {
          long micros = TimeUnit.NANOSECONDS.toMicros(nanos.getAsLong() - started);
          return failure == null ? given(policy, found, micros) : failed(policy, failure, micros);
        });
  }

  private Given given(AskingPolicy policy, List<String> kinds, long micros) {
    boolean blocks = !kinds.isEmpty() && policy.action() == Action.BLOCK;
    Verdict verdict = kinds.isEmpty() ? Verdict.PASSED : blocks ? Verdict.BLOCKED : Verdict.FLAGGED;
    return new Given(
        outcome(policy, verdict, kinds, micros),
        blocks ? Optional.of(PolicyRefusal.found(phase, policy.name(), kinds)) : Optional.empty());
  }

  private Given failed(AskingPolicy policy, Throwable failure, long micros) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    LOG.warn("policy '{}' got no verdict: {}", policy.name(), String.valueOf(cause));
    return new Given(
        outcome(policy, Verdict.FAILED, List.of(), micros),
        policy.onError() == OnError.BLOCK
            ? Optional.of(PolicyRefusal.failed(phase, policy.name()))
            : Optional.empty());
  }

  private PolicyOutcome outcome(
      AskingPolicy policy, Verdict verdict, List<String> kinds, long micros) {
    return new PolicyOutcome(policy.name(), policy.type(), phase, verdict, kinds, micros);
  }

  private static Report with(Report report, List<CompletableFuture<Given>> given) {
    List<PolicyOutcome> outcomes = new ArrayList<>(report.outcomes());
    Optional<Refusal> refusal = report.refusal();
    for (CompletableFuture<Given> each : given) {
      Given one = each.join();
      outcomes.add(one.outcome());
      refusal = refusal.isPresent() ? refusal : one.refusal();
    }
    return new Report(outcomes, refusal, refusal.isPresent() ? List.of() : report.edits());
  }
}
