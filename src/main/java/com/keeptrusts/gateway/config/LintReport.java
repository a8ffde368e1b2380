package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.ConfigResult.Loaded;
import com.keeptrusts.gateway.config.ConfigResult.Rejected;
import com.keeptrusts.gateway.config.EffectiveConfig.GroupSettings;
import com.keeptrusts.gateway.config.EffectiveConfig.TargetSettings;
import com.keeptrusts.gateway.config.Problem.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code kt policy lint} says of a configuration.
 *
 * @param isValid whether a gateway would run with it
 * @param problems errors and warnings, in the order of the file
 * @param providers the targets' ids
 * @param consumerGroups the groups' names
 * @param policies the policies' names, each once
 */
public record LintReport(
    boolean isValid,
    List<Problem> problems,
    List<String> providers,
    List<String> consumerGroups,
    List<String> policies) {
  public LintReport {
    problems = List.copyOf(problems);
    providers = List.copyOf(providers);
    consumerGroups = List.copyOf(consumerGroups);
    policies = List.copyOf(policies);
  }

  /** The report on what was read. */
  public static LintReport of(ConfigResult result) {
    if (result instanceof Rejected rejected) {
      return new LintReport(
          /* isValid= */ false, rejected.problems(), List.of(), List.of(), List.of());
    }
    Loaded loaded = (Loaded) result;
    List<String> targets = new ArrayList<>();
    for (TargetSettings target : loaded.config().targets()) {
      targets.add(target.target().id());
    }
    List<String> groups = new ArrayList<>();
    for (GroupSettings group : loaded.config().groups()) {
      groups.add(group.name());
    }
    return new LintReport(
        /* isValid= */ true, loaded.warnings(), targets, groups, loaded.config().policyNames());
  }

  /** For standard output: the summary, or every problem and their number. Ends with a newline. */
  public String text() {
    if (isValid) {
      return "✓ Configuration is valid\n"
          + summary("Providers", providers)
          + summary("Consumer groups", consumerGroups)
          + summary("Policies", policies);
    }
    return lines() + "✗ " + counts() + "\n";
  }

  /** For standard error: the warnings of a valid configuration, a line each; may be empty. */
  public String warningText() {
    return isValid ? lines() : "";
  }

  private String lines() {
    StringBuilder lines = new StringBuilder();
    for (Problem problem : problems) {
      lines.append(problem.text()).append('\n');
    }
    return lines.toString();
  }

  private static String summary(String title, List<String> names) {
    String count = "  " + title + ": " + names.size();
    return names.isEmpty() ? count + "\n" : count + " (" + String.join(", ", names) + ")\n";
  }

  private String counts() {
    int errors = 0;
    for (Problem problem : problems) {
      errors += problem.severity() == Severity.ERROR ? 1 : 0;
    }
    int warnings = problems.size() - errors;
    String count = number(errors, "error");
    return warnings == 0 ? count : count + ", " + number(warnings, "warning");
  }

  private static String number(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
