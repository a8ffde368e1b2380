package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.PromptPolicies;
import com.keeptrusts.gateway.exchange.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A group's policies, ready to run one after the other. */
final class CompiledPolicies implements PromptPolicies {
  private final List<Policy> policies;
  private final LongSupplier nanos;

  CompiledPolicies(List<Policy> policies, LongSupplier nanos) {
    this.policies = List.copyOf(policies);
    this.nanos = nanos;
  }

  @Override
  public boolean isEmpty() {
    return policies.isEmpty();
  }

  @Override
  public Report inspect(ModelRequest request) {
    Inspection inspection = new Inspection(request, nanos, policies.size());
    for (Policy policy : policies) {
      Optional<Refusal> refusal = inspection.run(policy);
      if (refusal.isPresent()) {
        return new Report(inspection.outcomes(), refusal);
      }
    }
    return new Report(inspection.outcomes(), Optional.empty());
  }
}
