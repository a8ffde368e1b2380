package com.keeptrusts.gateway.cli;

import java.util.function.Supplier;

/** Stands where the parts that run a gateway are not there. */
final class UnwiredParts {
  static final Parts PARTS =
      new Parts(
          missing("the server"),
          missing("the quickstart"),
          missing("the linter"),
          missing("doctor"));

  private UnwiredParts() {}

  private static <T> Supplier<T> missing(String what) {
    return () -> {
      throw KtException.failed(what + " is not part of this build");
    };
  }
}
