package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import com.keeptrusts.gateway.exchange.StreamInspection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * A group's policies for one side of its exchanges: first those that look themselves, one after the
 * other, then those that ask a service, which gets what the first have left.
 */
final class CompiledPolicies implements Inspector {
  /** Some 13 ms. */
  private static final long MOST_STEPS = 1 << 18;

  private final Phase phase;
  private final List<Policy> policies;
  private final List<AskingPolicy> asking;
  private final LongSupplier nanos;
  private final boolean someHold;
  private final boolean holds;

  CompiledPolicies(
      Phase phase, List<Policy> policies, List<AskingPolicy> asking, LongSupplier nanos) {
    this.phase = phase;
    this.policies = List.copyOf(policies);
    this.asking = List.copyOf(asking);
    this.nanos = nanos;
    this.someHold = policies.stream().anyMatch(Policy::holds);
    this.holds = someHold || asking.stream().anyMatch(policy -> policy.action() == Action.BLOCK);
  }

  @Override
  public boolean isEmpty() {
    return policies.isEmpty() && asking.isEmpty();
  }

  @Override
  public boolean holds() {
    return holds;
  }

  @Override
  public boolean mayTakeLong(int bytes) {
    long steps = 0;
    for (Policy policy : policies) {
      steps += policy.detector().mostSteps(bytes);
    }
    return steps > MOST_STEPS;
  }

  @Override
  public CompletableFuture<Report> inspect(BodyTexts texts, Outlet outlet) {
    Findings findings = new Findings(phase, policies, nanos);
    Inspection inspection = new Inspection(texts, findings);
    List<BodyEdit> edits = inspection.run();
    Report report = new Report(findings.outcomes(), findings.refusal(), edits);
    if (asking.isEmpty() || report.refusal().isPresent()) {
      return CompletableFuture.completedFuture(report);
    }
    return new Verdicts(phase, asking, nanos).ask(report, inspection.redactedTexts(), outlet);
  }

  @Override
  public StreamInspection openStream() {
    return new PolicyStream(new Findings(phase, policies, nanos), someHold, this::mayTakeLong);
  }
}
