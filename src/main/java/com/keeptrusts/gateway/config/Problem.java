package com.keeptrusts.gateway.config;

import java.util.Optional;

/**
 * One thing that is wrong, or odd, in a configuration. Never holds a key.
 *
 * @param file as the user named it
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1; 0 when the file as a whole is meant
 * @param path as in {@code consumer_groups[1].rate_limits}; empty when there is none
 * @param message what was read, what is allowed, how to mend it
 * @param suggestion the allowed name that is nearest to what was read
 */
public record Problem(
    Severity severity,
    String file,
    int line,
    int column,
    String path,
    String message,
    Optional<String> suggestion) {

  /** Whether the gateway can run with it. */
  public enum Severity {
    ERROR("error"),
    WARNING("warning");

    private final String word;

    Severity(String word) {
      this.word = word;
    }

    /** In lower case. */
    public String word() {
      return word;
    }
  }

  /** The message with its suggestion. */
  public String advice() {
    return suggestion.isEmpty() ? message : message + ", did you mean '" + suggestion.get() + "'?";
  }

  /** One line as compilers write it: {@code FILE:LINE:COL: error: PATH: MESSAGE}. */
  public String text() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(':').append(line).append(':').append(column);
    }
    text.append(": ").append(severity.word()).append(": ");
    if (!path.isEmpty()) {
      text.append(path).append(": ");
    }
    return text.append(advice()).toString();
  }
}
