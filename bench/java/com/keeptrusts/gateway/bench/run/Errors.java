package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.load.LoadResult;
import com.keeptrusts.gateway.bench.report.Figure;
import com.keeptrusts.gateway.bench.report.Samples;

/** Requests without a 200: a run that has any is not a clean one, and says so. */
final class Errors {
  private Errors() {}

  static void note(String subject, LoadResult result, Samples samples) {
    if (result.failures() > 0) {
      samples.add(subject, Figure.ERRORS, result.failures());
      System.out.println("ERRORS " + subject + ": " + result.errors());
    }
  }
}
