package com.keeptrusts.gateway.cli.cases;

import com.keeptrusts.gateway.config.PolicyCase.Expected;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import com.keeptrusts.gateway.exchange.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says how what was seen differs from what was expected. */
final class Expectation {
  private final Expected expected;

  Expectation(Expected expected) {
    this.expected = expected;
  }

  /** The differences; none when all is as expected. */
  List<String> differences(Observation seen) {
    List<String> differences = new ArrayList<>();
    for (PolicyOutcome policy : seen.policies()) {
      if (policy.outcome() == Verdict.FAILED) {
        differences.add("policy '" + policy.name() + "' could not be evaluated");
      }
    }
    if (seen.result() != expected.result()) {
      differences.add("expected " + word(expected.result()) + ", was " + word(seen.result()));
      return differences;
    }
    expected.policy().flatMap(name -> byOther(name, seen)).ifPresent(differences::add);
    expected.entities().flatMap(kinds -> otherKinds(kinds, seen)).ifPresent(differences::add);
    expected.redacted().flatMap(texts -> otherTexts(texts, seen)).ifPresent(differences::add);
    return differences;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Verdict verdict(Result result) {
    return switch (result) {
      case FLAGGED -> Verdict.FLAGGED;
      case MODIFIED -> Verdict.REDACTED;
      case BLOCKED -> Verdict.BLOCKED;
      case PASS, ERROR -> Verdict.PASSED;
    };
  }

  private Optional<String> byOther(String name, Observation seen) {
    Verdict wanted = verdict(expected.result());
    String said =
        seen.of(name).map(outcome -> "it said " + word(outcome.outcome())).orElse("it did not run");
    return said.equals("it said " + word(wanted))
        ? Optional.empty()
        : Optional.of("expected policy '" + name + "' to say " + word(wanted) + ", " + said);
  }

  private Optional<String> otherKinds(Set<String> wanted, Observation seen) {
    Set<String> kinds = seen.kinds(expected.policy());
    return kinds.equals(wanted)
        ? Optional.empty()
        : Optional.of("expected entities " + list(wanted) + ", found " + list(kinds));
  }

  private static String list(Collection<String> kinds) {
    return kinds.isEmpty() ? "none" : String.join(", ", new TreeSet<>(kinds));
  }

  private static Optional<String> otherTexts(List<String> wanted, Observation seen) {
    return seen.left().equals(wanted)
        ? Optional.empty()
        : Optional.of("expected " + quoted(wanted) + " to leave, left " + quoted(seen.left()));
  }

  private static String quoted(List<String> texts) {
    return '"' + String.join("\", \"", texts) + '"';
  }
}
