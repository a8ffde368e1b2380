package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.cli.cases.CaseReport;
import com.keeptrusts.gateway.cli.cases.CaseReport.Status;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of policy cases, a line each. */
final class PolicyTestText {
  private PolicyTestText() {}

  static String of(List<CaseReport> reports) {
    int width = Integer.toString(reports.size()).length();
    StringBuilder text = new StringBuilder();
    for (CaseReport report : reports) {
      text.append(word(report.status())).append(' ');
      String number = Integer.toString(report.tried().number());
      text.append(" ".repeat(width - number.length()))
          .append(number)
          .append("  ")
          .append(PlainText.of(line(report)))
          .append('\n');
    }
    return text.append(summary(reports)).append('\n').toString();
  }

  private static String word(Status status) {
    return switch (status) {
      case PASSED -> "ok  ";
      case FAILED -> "FAIL";
      case SKIPPED -> "skip";
    };
  }

  private static String line(CaseReport report) {
    String line = report.tried().name() + " (" + report.tried().group().name() + ")";
    if (!report.reasons().isEmpty()) {
      line += ": " + String.join("; ", report.reasons());
    }
    if (report.status() == Status.FAILED && report.result().isPresent()) {
      line += "; " + found(report.policies());
    }
    return report.notAsked().isEmpty() || report.status() == Status.SKIPPED
        ? line
        : line + "; not asked: " + String.join(", ", report.notAsked());
  }

  private static String found(List<PolicyOutcome> policies) {
    List<String> found = new ArrayList<>();
    for (PolicyOutcome policy : policies) {
      if (policy.outcome() != Verdict.PASSED && policy.outcome() != Verdict.FAILED) {
        String verdict = policy.outcome().name().toLowerCase(Locale.ROOT);
        found.add(policy.name() + " " + verdict + " " + String.join(", ", policy.entities()));
      }
    }
    return found.isEmpty() ? "no policy found anything" : String.join("; ", found);
  }

  private static String summary(List<CaseReport> reports) {
    int all = reports.size();
    String summary = all + (all == 1 ? " case: " : " cases: ");
    summary += count(reports, Status.PASSED) + " passed";
    summary += ", " + count(reports, Status.FAILED) + " failed";
    long skipped = count(reports, Status.SKIPPED);
    return skipped == 0 ? summary : summary + ", " + skipped + " skipped";
  }

  static long count(List<CaseReport> reports, Status status) {
    return reports.stream().filter(report -> report.status() == status).count();
  }
}
