package com.keeptrusts.gateway.metrics;

import com.keeptrusts.gateway.admin.GroupStandings;
import com.keeptrusts.gateway.admin.Readiness;
import com.keeptrusts.gateway.event.EventLog;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.store.StoreDepth;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The metrics of one gateway, in a registry of its own: copies in one server do not meet, and
 * nothing outlives the gateway.
 */
public final class GatewayMetrics {
  private final PrometheusRegistry collectors = new PrometheusRegistry();
  private final RequestMetrics requests;
  private final Reloads reloads;

  /**
   * Metrics of requests; {@link #observe} adds what is looked at only when Prometheus asks.
   *
   * @param groups the names of the configured groups
   */
  public GatewayMetrics(Set<String> groups, InstantSource clock) {
    this.requests = new RequestMetrics(new Families(collectors), groups);
    this.reloads = new Reloads(clock);
  }

  /** Adds the state of the gateway's parts, and of the process. */
  public void observe(
      String version, GroupStandings standings, Readiness readiness, Supplier<StoreDepth> journal) {
    collectors.register(new QuotaGauges(standings));
    collectors.register(new StateGauges(version, readiness, journal, reloads));
    collectors.register(new ProcessGauges());
  }

  /** A log that counts what is written to it. */
  public EventLog metered(EventLog log) {
    return new MeteredEventLog(log, requests);
  }

  /** Counts a refusal that leaves no event. */
  public void refused(ErrorCode code) {
    requests.refused(code);
  }

  /** A configuration was read; the groups are those that are configured now. */
  public void reloaded(boolean succeeded, Set<String> groups) {
    reloads.attempted(succeeded);
    requests.follow(groups);
  }

  MetricSnapshots scrape() {
    return collectors.scrape();
  }
}
