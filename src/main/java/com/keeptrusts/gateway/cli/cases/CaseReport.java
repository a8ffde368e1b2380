package com.keeptrusts.gateway.cli.cases;

import com.keeptrusts.gateway.config.PolicyCase;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Result;
import java.util.List;
import java.util.Optional;

/**
 * What came of a case.
 *
 * @param result empty when nothing could be tried
 * @param policies what each said, of the first way of trying that was not as expected
 * @param reasons why it failed or was skipped; none when it passed
 * @param notAsked policies that ask a service, and might have said something too
 */
public record CaseReport(
    PolicyCase tried,
    Status status,
    Optional<Result> result,
    List<PolicyOutcome> policies,
    List<String> reasons,
    List<String> notAsked) {
  public CaseReport {
    policies = List.copyOf(policies);
    reasons = List.copyOf(reasons);
    notAsked = List.copyOf(notAsked);
  }

  /** How a case ended. */
  public enum Status {
    PASSED,
    FAILED,
    /** What is expected depends on a policy that asks a service. */
    SKIPPED
  }
}
