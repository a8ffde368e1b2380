package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What one policy has found by now in one exchange, and how long it took. */
final class PolicyTally {
  private final Policy policy;
  private final List<String> kinds = new ArrayList<>(0);
  private long spentNanos;
  private boolean failed;

  PolicyTally(Policy policy) {
    this.policy = policy;
  }

  Policy policy() {
    return policy;
  }

  void found(String kind) {
    if (!kinds.contains(kind)) {
      kinds.add(kind);
    }
  }

  void failed() {
    failed = true;
  }

  boolean hasFailed() {
    return failed;
  }

  void spent(long nanos) {
    spentNanos += nanos;
  }

  /** The distinct kinds of what was found, in the order in which they were. */
  List<String> kinds() {
    return kinds;
  }

  boolean blocks() {
    return policy.action() == Action.BLOCK && !kinds.isEmpty();
  }

  PolicyOutcome outcome(Phase phase) {
    return new PolicyOutcome(
        policy.name(),
        policy.type(),
        phase,
        verdict(),
        kinds,
        TimeUnit.NANOSECONDS.toMicros(spentNanos));
  }

  private Verdict verdict() {
    if (kinds.isEmpty()) {
      return failed ? Verdict.FAILED : Verdict.PASSED;
    }
    return switch (policy.action()) {
      case FLAG -> Verdict.FLAGGED;
      case REDACT -> Verdict.REDACTED;
      case BLOCK -> Verdict.BLOCKED;
    };
  }
}
