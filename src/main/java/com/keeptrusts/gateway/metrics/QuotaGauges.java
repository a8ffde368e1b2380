package com.keeptrusts.gateway.metrics;

import com.keeptrusts.gateway.admin.GroupStandings;
import com.keeptrusts.gateway.admin.GroupStandings.Amounts;
import com.keeptrusts.gateway.admin.GroupStandings.Standing;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.OptionalLong;

/** Where every group stands, looked at once a scrape; what has no limit has no limit's series. */
final class QuotaGauges implements MultiCollector {
  private static final String[] LABELS = {Families.GROUP, "dimension"};

  private final GroupStandings standings;

  QuotaGauges(GroupStandings standings) {
    this.standings = standings;
  }

  @Override
  public MetricSnapshots collect() {
    GaugeSnapshot.Builder limit =
        Gauges.many("keeptrusts_quota_limit", "The group's limit in this dimension");
    GaugeSnapshot.Builder used =
        Gauges.many(
            "keeptrusts_quota_used",
            "What the group has used of the window, reservations included");
    GaugeSnapshot.Builder remaining =
        Gauges.many("keeptrusts_quota_remaining", "What is left to the group in this dimension");
    GaugeSnapshot.Builder concurrent =
        Gauges.many("keeptrusts_concurrent_requests", "Requests of the group under way");
    for (Standing group : standings.now()) {
      OptionalLong most = group.maxConcurrentRequests();
      add(limit, group.name(), group.limits(), most);
      add(used, group.name(), group.used(), OptionalLong.of(group.concurrent()));
      add(remaining, group.name(), group.remaining(), left(most, group.concurrent()));
      concurrent.dataPoint(
          Gauges.point(group.concurrent(), Labels.of(Families.GROUP, group.name())));
    }
    return new MetricSnapshots(limit.build(), used.build(), remaining.build(), concurrent.build());
  }

  private static void add(
      GaugeSnapshot.Builder gauge, String group, Amounts amounts, OptionalLong concurrent) {
    add(gauge, group, "requests_per_minute", amounts.requestsPerMinute());
    add(gauge, group, "tokens_per_minute", amounts.tokensPerMinute());
    add(gauge, group, "tokens_per_day", amounts.tokensPerDay());
    add(gauge, group, "concurrent_requests", concurrent);
  }

  private static void add(
      GaugeSnapshot.Builder gauge, String group, String dimension, OptionalLong amount) {
    if (amount.isPresent()) {
      String[] values = {group, dimension};
      gauge.dataPoint(Gauges.point(amount.getAsLong(), Labels.of(LABELS, values)));
    }
  }

  private static OptionalLong left(OptionalLong most, long concurrent) {
    return most.isEmpty() ? most : OptionalLong.of(Math.max(0, most.getAsLong() - concurrent));
  }
}
