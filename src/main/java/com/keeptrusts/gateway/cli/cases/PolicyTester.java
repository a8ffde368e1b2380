package com.keeptrusts.gateway.cli.cases;

import com.keeptrusts.gateway.cli.cases.CaseBody.UnreadableException;
import com.keeptrusts.gateway.cli.cases.CaseReport.Status;
import com.keeptrusts.gateway.config.PolicyCase;
import com.keeptrusts.gateway.exchange.GroupPolicies;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import com.keeptrusts.gateway.exchange.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries cases. */
public final class PolicyTester {
  /** How streams are cut, in characters; services cut where it suits them. */
  private static final int[] PIECES = {1, 3, 7};

  private PolicyTester() {}

  /** Tries one case, in every way that it asks for. */
  public static CaseReport test(PolicyCase tried) {
    CaseBody body;
    try {
      body = CaseBody.of(tried.phase(), tried.messages());
    } catch (UnreadableException e) {
      List<String> reason = List.of(String.valueOf(e.getMessage()));
      return new CaseReport(tried, Status.FAILED, Optional.empty(), List.of(), reason, List.of());
    }
    CaseTrial trial = new CaseTrial(inspector(tried), body);
    Observation whole = trial.whole();
    Services services = Services.of(tried);
    if (services.decide(tried.expected(), whole.result())) {
      return report(tried, Status.SKIPPED, whole, List.of(skipped(services)), services);
    }
    Expectation expectation = new Expectation(tried.expected());
    List<String> differences = new ArrayList<>(expectation.differences(whole));
    Observation shown = whole;
    for (int i = 0; tried.stream() && differences.isEmpty() && i < PIECES.length; i++) {
      shown = trial.streamed(PIECES[i]);
      for (String difference : expectation.differences(shown)) {
        differences.add("in pieces of " + PIECES[i] + ": " + difference);
      }
    }
    Status status = differences.isEmpty() ? Status.PASSED : Status.FAILED;
    return report(tried, status, shown, differences, services);
  }

  private static Inspector inspector(PolicyCase tried) {
    GroupPolicies policies = tried.group().policies();
    return tried.phase() == Phase.INPUT ? policies.prompts() : policies.answers();
  }

  private static String skipped(Services services) {
    String names = String.join("', '", services.names());
    return "it depends on '" + names + "', and no service is asked here";
  }

  private static CaseReport report(
      PolicyCase tried, Status status, Observation seen, List<String> reasons, Services services) {
    // After a refusal nobody would be asked.
    List<String> notAsked = seen.result() == Result.BLOCKED ? List.of() : services.names();
    return new CaseReport(
        tried, status, Optional.of(seen.result()), seen.policies(), reasons, notAsked);
  }
}
