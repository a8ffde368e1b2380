package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.load.LoadResult;
import java.util.Locale;

/** The lines that a run prints while it goes on. */
final class Progress {
  private Progress() {}

  static void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }

  static void load(String what, String subject, LoadResult result, long cpuMicros) {
    say(
        "%-18s %-10s %8.0f/s  cpu %7.1f us  p50 %8.0f us  p99 %8.0f us",
        what,
        subject,
        result.rate(),
        (double) cpuMicros / Math.max(1, result.good()),
        result.micros(50),
        result.micros(99));
  }
}
