package com.keeptrusts.gateway.quickstart;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Ids in the form of the real service's: a prefix, then letters and digits. */
final class Ids {
  private final LongSupplier random;

  Ids(LongSupplier random) {
    this.random = random;
  }

  String next(String prefix) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < 2; i++) {
      String digits = Long.toUnsignedString(random.getAsLong(), 36);
      id.append("0".repeat(13 - digits.length())).append(digits);
    }
    return id.toString();
  }

  /** Microseconds since 1970. */
  static long micros(InstantSource clock) {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }
}
