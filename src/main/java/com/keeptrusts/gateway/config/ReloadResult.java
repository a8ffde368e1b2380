package com.keeptrusts.gateway.config;

import java.util.List;

/** What came of reading the configuration again. */
public sealed interface ReloadResult {
  /**
   * The new configuration runs.
   *
   * @param version of the new configuration
   * @param added groups that are new, by name
   * @param changed groups of which anything is different: limits, models, keys or policies
   * @param removed groups that are gone
   * @param warnings of the new configuration
   */
  record Reloaded(
      String version,
      List<String> added,
      List<String> changed,
      List<String> removed,
      List<Problem> warnings)
      implements ReloadResult {
    public Reloaded {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      removed = List.copyOf(removed);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The old configuration runs on, untouched.
   *
   * @param problems errors and warnings; at least one error
   */
  record Rejected(List<Problem> problems) implements ReloadResult {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
