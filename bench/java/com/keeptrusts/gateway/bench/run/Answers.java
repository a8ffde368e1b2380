package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.load.LoadResult;
import com.keeptrusts.gateway.bench.report.Figure;
import com.keeptrusts.gateway.bench.report.Samples;
import java.util.Map;

/** How many answers came, and how many did not: a run with errors says so loudly. */
final class Answers {
  private Answers() {}

  static void note(String subject, LoadResult result, Samples samples) {
    note(subject, result.good(), result.errors(), samples);
  }

  static void note(String subject, long good, Map<String, Long> errors, Samples samples) {
    samples.add(subject, Figure.ANSWERED, good);
    if (!errors.isEmpty()) {
      samples.add(
          subject, Figure.ERRORS, errors.values().stream().mapToLong(Long::longValue).sum());
      Progress.say("ERRORS %s: %s", subject, errors);
    }
  }
}
