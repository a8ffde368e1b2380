package com.keeptrusts.gateway.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** One subject's figure as a multiple of another's, round by round: noise meets both alike. */
public record Ratio(String subject, String base, String figure) {
  /** As in {@code governed/jetty}. */
  public String name() {
    return subject + "/" + base;
  }

  /** The median of the rounds; empty when one was not measured. */
  public OptionalDouble of(Samples samples) {
    List<Double> above = samples.all(subject, figure);
    List<Double> below = samples.all(base, figure);
    int rounds = Math.min(above.size(), below.size());
    double[] ratios = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      ratios[i] = above.get(i) / below.get(i);
    }
    Arrays.sort(ratios);
    return rounds == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((ratios[(rounds - 1) / 2] + ratios[rounds / 2]) / 2);
  }

  /**
   * That of the least of the rounds; empty when one was not measured. Noise and a JIT that is not
   * done only ever add, so this is what two runs agree on best.
   */
  OptionalDouble ofLeast(Samples samples) {
    OptionalDouble above = samples.quantile(subject, figure, 0);
    OptionalDouble below = samples.quantile(base, figure, 0);
    return above.isEmpty() || below.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(above.getAsDouble() / below.getAsDouble());
  }
}
