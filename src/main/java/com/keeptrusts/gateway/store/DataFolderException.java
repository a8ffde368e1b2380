package com.keeptrusts.gateway.store;

import java.io.IOException;

/** The data folder cannot be used; the message is one line that says what to do. */
public final class DataFolderException extends IOException {
  private static final long serialVersionUID = 1;

  /** What is wrong with the folder. */
  public enum Problem {
    CANNOT_CREATE,
    NOT_WRITABLE,
    IN_USE
  }

  private final Problem problem;

  DataFolderException(Problem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  DataFolderException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /** What is wrong with the folder. */
  public Problem problem() {
    return problem;
  }
}
