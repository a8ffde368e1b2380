package com.keeptrusts.gateway.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;

/** Values as they are at a scrape, in the library's words. */
final class Gauges {
  private Gauges() {}

  static GaugeSnapshot gauge(String name, String help, double value) {
    return many(name, help).dataPoint(point(value, Labels.EMPTY)).build();
  }

  static GaugeSnapshot gauge(String name, String help, long value) {
    return gauge(name, help, (double) value);
  }

  /** A gauge with a value for each of several labels. */
  static GaugeSnapshot.Builder many(String name, String help) {
    return GaugeSnapshot.builder().name(name).help(help);
  }

  static GaugeDataPointSnapshot point(double value, Labels labels) {
    return GaugeDataPointSnapshot.builder().value(value).labels(labels).build();
  }

  static GaugeDataPointSnapshot point(long value, Labels labels) {
    return point((double) value, labels);
  }

  /** Named without the {@code _total} that it is shown with. */
  static CounterSnapshot counter(String name, String help, double value) {
    return CounterSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(CounterDataPointSnapshot.builder().value(value).build())
        .build();
  }

  static CounterSnapshot counter(String name, String help, long value) {
    return counter(name, help, (double) value);
  }

  /** Named without the {@code _info} that it is shown with. */
  static InfoSnapshot info(String name, String help, String label, String value) {
    return InfoSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(InfoDataPointSnapshot.builder().labels(Labels.of(label, value)).build())
        .build();
  }
}
