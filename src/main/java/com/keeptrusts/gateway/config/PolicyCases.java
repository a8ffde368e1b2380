package com.keeptrusts.gateway.config;

import java.util.List;

/**
 * A file of policy cases, read.
 *
 * @param problems what is wrong with it, then with its configuration; empty when nothing is
 * @param cases in the order of the file; none when there are problems
 */
public record PolicyCases(List<Problem> problems, List<PolicyCase> cases) {
  public PolicyCases {
    problems = List.copyOf(problems);
    cases = List.copyOf(cases);
  }
}
