package com.keeptrusts.gateway.policy.regex;

/** A pattern that cannot be used. */
public final class InvalidPatternException extends Exception {
  private static final long serialVersionUID = 1;

  private final String problem;

  InvalidPatternException(String problem) {
    super(problem);
    this.problem = problem;
  }

  /** What is wrong, for a lint report. */
  public String problem() {
    return problem;
  }
}
