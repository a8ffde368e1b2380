package com.keeptrusts.gateway.policy.lexicon;

/**
 * A phrase and how bad it is.
 *
 * @param severity 1 mild, 2 serious, 3 severe
 * @param phrase as it is written
 */
public record GradedPhrase(int severity, String phrase) {
  /**
   * Takes a line apart: {@code 2 the phrase}.
   *
   * @throws IllegalArgumentException when it has no severity
   */
  public static GradedPhrase parse(String line) {
    int severity = line.charAt(0) - '0';
    if (severity < 1 || severity > 3 || line.charAt(1) != ' ') {
      throw new IllegalArgumentException("a phrase begins with its severity, 1 to 3: " + line);
    }
    return new GradedPhrase(severity, line.substring(2));
  }
}
