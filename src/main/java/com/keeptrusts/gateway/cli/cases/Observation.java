package com.keeptrusts.gateway.cli.cases;

import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import com.keeptrusts.gateway.exchange.Result;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What policies made of some texts.
 *
 * @param policies one per policy that ran, in order
 * @param left the texts as they leave; none when they are blocked
 */
record Observation(Result result, List<PolicyOutcome> policies, List<String> left) {

  static Observation of(boolean refused, List<PolicyOutcome> policies, List<String> left) {
    return refused
        ? new Observation(Result.BLOCKED, policies, List.of())
        : new Observation(result(policies), policies, left);
  }

  /** As events count it. */
  private static Result result(List<PolicyOutcome> policies) {
    Result result = Result.PASS;
    for (PolicyOutcome policy : policies) {
      if (policy.outcome() == Verdict.REDACTED) {
        return Result.MODIFIED;
      }
      if (policy.outcome() == Verdict.FLAGGED) {
        result = Result.FLAGGED;
      }
    }
    return result;
  }

  Optional<PolicyOutcome> of(String policy) {
    return policies.stream().filter(outcome -> outcome.name().equals(policy)).findFirst();
  }

  /** The kinds of what was found, by one policy or by all. */
  Set<String> kinds(Optional<String> policy) {
    Set<String> kinds = new LinkedHashSet<>();
    for (PolicyOutcome outcome : policies) {
      if (policy.isEmpty() || policy.get().equals(outcome.name())) {
        kinds.addAll(outcome.entities());
      }
    }
    return kinds;
  }
}
