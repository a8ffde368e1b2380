package com.keeptrusts.gateway.cli.cases;

import com.keeptrusts.gateway.config.PolicyCase;
import com.keeptrusts.gateway.config.PolicySettings;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import com.keeptrusts.gateway.exchange.Result;
import java.util.List;

/**
 * Policies that ask a service, which is not done here. They run last, so they cannot change what is
 * blocked already, and those that only flag cannot change what is flagged or modified.
 */
final class Services {
  private final List<PolicySettings> asking;

  private Services(List<PolicySettings> asking) {
    this.asking = asking;
  }

  /** Those that would be asked about a case; nobody is asked about answers. */
  static Services of(PolicyCase tried) {
    return new Services(tried.phase() == Phase.INPUT ? tried.group().asking() : List.of());
  }

  List<String> names() {
    return asking.stream().map(PolicySettings::name).toList();
  }

  /** Whether a case that ended so without them could be as expected with them, or not. */
  boolean decide(PolicyCase.Expected expected, Result without) {
    if (asking.isEmpty() || without == Result.BLOCKED || !mayBe(expected.result(), without)) {
      return false;
    }
    if (expected.policy().isPresent()) {
      return names().contains(expected.policy().get());
    }
    return has(Action.BLOCK) || without == Result.PASS || expected.entities().isPresent();
  }

  private boolean mayBe(Result expected, Result without) {
    return expected == without
        || (expected == Result.BLOCKED && has(Action.BLOCK))
        || (expected == Result.FLAGGED && has(Action.FLAG) && without == Result.PASS);
  }

  private boolean has(Action action) {
    return asking.stream().anyMatch(policy -> policy.action() == action);
  }
}
