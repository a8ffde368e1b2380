package com.keeptrusts.gateway.metrics;

import com.keeptrusts.gateway.admin.Readiness;
import com.keeptrusts.gateway.admin.Readiness.Check;
import com.keeptrusts.gateway.admin.Readiness.State;
import com.keeptrusts.gateway.store.StoreDepth;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How the gateway itself is: its version, configuration, checks and journal. */
final class StateGauges implements MultiCollector {
  private final String version;
  private final Readiness readiness;
  private final Supplier<StoreDepth> journal;
  private final Reloads reloads;

  StateGauges(String version, Readiness readiness, Supplier<StoreDepth> journal, Reloads reloads) {
    this.version = version;
    this.readiness = readiness;
    this.journal = journal;
    this.reloads = reloads;
  }

  @Override
  public MetricSnapshots collect() {
    Readiness.Report report = readiness.now();
    List<MetricSnapshot> all = new ArrayList<>();
    all.add(Gauges.info("keeptrusts_build", "The gateway's version", "version", version));
    all.add(
        Gauges.info(
            "keeptrusts_config", "The configuration that runs", "version", report.configVersion()));
    readiness(report.checks(), all);
    reloads(all);
    journal(journal.get(), all);
    return new MetricSnapshots(all);
  }

  private static void readiness(List<Check> checks, List<MetricSnapshot> all) {
    GaugeSnapshot.Builder each =
        Gauges.many("keeptrusts_check", "What a check says: 0 ok, 1 degraded, 2 down");
    boolean ready = true;
    for (Check check : checks) {
      ready &= check.state() != State.DOWN;
      each.dataPoint(Gauges.point(number(check.state()), Labels.of("check", check.name())));
    }
    all.add(Gauges.gauge("keeptrusts_ready", "Whether requests can be served", ready ? 1 : 0));
    all.add(each.build());
  }

  private static long number(State state) {
    return switch (state) {
      case OK -> 0;
      case DEGRADED -> 1;
      case DOWN -> 2;
    };
  }

  private void reloads(List<MetricSnapshot> all) {
    all.add(
        Gauges.gauge(
            "keeptrusts_config_last_reload_successful",
            "Whether the last reload, or the start, took effect",
            reloads.lastSucceeded() ? 1 : 0));
    all.add(
        Gauges.gauge(
            "keeptrusts_config_last_reload_success_timestamp_seconds",
            "When the configuration that runs was read",
            reloads.lastSuccess().toEpochMilli() / 1_000.0));
  }

  private static void journal(StoreDepth journal, List<MetricSnapshot> all) {
    all.add(
        Gauges.gauge(
            "keeptrusts_journal_bytes", "What the journal holds on disk", journal.bytes()));
    all.add(
        Gauges.gauge(
            "keeptrusts_journal_open_requests",
            "Requests that were sent to a provider and have not ended",
            journal.openRequests()));
    all.add(
        Gauges.gauge(
            "keeptrusts_journal_waiting_events",
            "Events in memory that the disk refuses",
            journal.waitingEvents()));
    all.add(
        Gauges.counter(
            "keeptrusts_journal_lost_events",
            "Events that were given up on a full disk",
            journal.lostEvents()));
    all.add(
        Gauges.gauge(
            "keeptrusts_event_store_pending_bytes",
            "What of the journal is not in the event store yet",
            journal.pendingBytes()));
    all.add(
        Gauges.gauge(
            "keeptrusts_event_store_lag_seconds",
            "For how long the event store has not caught up with the journal",
            journal.lag().toMillis() / 1_000.0));
  }
}
