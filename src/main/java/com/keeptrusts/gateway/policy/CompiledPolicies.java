package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import com.keeptrusts.gateway.exchange.StreamInspection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** A group's policies for one side of its exchanges, ready to run one after the other. */
final class CompiledPolicies implements Inspector {
  private final Phase phase;
  private final List<Policy> policies;
  private final LongSupplier nanos;

  CompiledPolicies(Phase phase, List<Policy> policies, LongSupplier nanos) {
    this.phase = phase;
    this.policies = List.copyOf(policies);
    this.nanos = nanos;
  }

  @Override
  public boolean isEmpty() {
    return policies.isEmpty();
  }

  @Override
  public boolean holds() {
    return policies.stream().anyMatch(Policy::holds);
  }

  @Override
  public CompletableFuture<Report> inspect(BodyTexts texts) {
    Findings findings = new Findings(phase, policies, nanos);
    List<BodyEdit> edits = new Inspection(texts, findings).run();
    return CompletableFuture.completedFuture(
        new Report(findings.outcomes(), findings.refusal(), edits));
  }

  @Override
  public StreamInspection openStream() {
    return new PolicyStream(new Findings(phase, policies, nanos), holds());
  }
}
