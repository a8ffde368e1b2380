package com.keeptrusts.gateway.cli;

/** What an operator is told on one line, and the exit code. */
class KtException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final int FAILED = 1;
  static final int USAGE = 2;

  private final int exitCode;

  KtException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The command could not do its work. */
  static KtException failed(String message) {
    return new KtException(FAILED, message);
  }

  /** The command line makes no sense. */
  static KtException usage(String message) {
    return new KtException(USAGE, message);
  }

  int exitCode() {
    return exitCode;
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
