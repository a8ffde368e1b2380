package com.keeptrusts.gateway.admin;

import java.time.Instant;

/** Spans of time that a query asks for. */
final class Spans {
  private Spans() {}

  /** Refuses a span that ends before it begins. */
  static void check(Instant since, Instant until) throws BadParameterException {
    if (until.isBefore(since)) {
      throw new BadParameterException(
          "until", "'until' is " + until + ", which is before 'since', " + since);
    }
  }
}
