package com.keeptrusts.gateway.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What was seen in each round, by subject and figure. */
public final class Samples {
  private final Map<String, Map<String, List<Double>>> seen = new LinkedHashMap<>();

  public void add(String subject, String figure, double value) {
    seen.computeIfAbsent(subject, s -> new LinkedHashMap<>())
        .computeIfAbsent(figure, f -> new ArrayList<>())
        .add(value);
  }

  public List<String> subjects() {
    return List.copyOf(seen.keySet());
  }

  List<String> figures(String subject) {
    return List.copyOf(seen.getOrDefault(subject, Map.of()).keySet());
  }

  public List<Double> all(String subject, String figure) {
    return seen.getOrDefault(subject, Map.of()).getOrDefault(figure, List.of());
  }

  /** Empty when it was not measured. */
  public OptionalDouble median(String subject, String figure) {
    return quantile(subject, figure, 0.5);
  }

  public OptionalDouble sum(String subject, String figure) {
    List<Double> values = all(subject, figure);
    return values.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(values.stream().mapToDouble(Double::doubleValue).sum());
  }

  /** Between neighbours it interpolates. */
  public OptionalDouble quantile(String subject, String figure, double quantile) {
    List<Double> sorted = all(subject, figure).stream().sorted().toList();
    if (sorted.isEmpty()) {
      return OptionalDouble.empty();
    }
    double position = quantile * (sorted.size() - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.size() - 1);
    double share = position - below;
    return OptionalDouble.of(sorted.get(below) * (1 - share) + sorted.get(above) * share);
  }
}
