package com.keeptrusts.gateway.cli;

/** Whoever read standard output has enough, as {@code head} does. */
final class OutputClosedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutputClosedException(Throwable cause) {
    super(cause);
  }
}
