package com.keeptrusts.gateway.metrics;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.exchange.ErrorCode;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts requests, on their own threads. Groups that are gone leave no series behind. */
final class RequestMetrics {
  /** Before the key was recognised there is no group; Prometheus takes this for no label. */
  private static final String NO_GROUP = "";

  private final Families families;
  private final Map<ErrorCode, CounterDataPoint> unmetered = new ConcurrentHashMap<>();
  private final Map<String, GroupSeries> groups = new ConcurrentHashMap<>();
  private final AtomicInteger models = new AtomicInteger();
  private volatile Set<String> configured;

  RequestMetrics(Families families, Set<String> groups) {
    this.families = families;
    this.configured = groups;
    // Those that alerts ask for are there before the first one.
    refusals(ErrorCode.INVALID_API_KEY);
    refusals(ErrorCode.UNKNOWN_ENDPOINT);
  }

  void record(Event event) {
    GroupSeries series = groups.get(event.consumerGroup());
    if (series == null) {
      series = begin(event.consumerGroup());
    }
    if (series != null) {
      series.record(event);
    }
  }

  /** A refusal that leaves no event. */
  void refused(ErrorCode code) {
    refusals(code).inc();
  }

  private CounterDataPoint refusals(ErrorCode code) {
    return unmetered.computeIfAbsent(
        code, unused -> families.refusals.labelValues(NO_GROUP, code.code()));
  }

  private synchronized @Nullable GroupSeries begin(String group) {
    return configured.contains(group)
        ? groups.computeIfAbsent(group, name -> new GroupSeries(name, families, models))
        : null;
  }

  /** The groups of a new configuration. */
  synchronized void follow(Set<String> names) {
    configured = names;
    groups
        .entrySet()
        .removeIf(
            known -> {
              boolean gone = !names.contains(known.getKey());
              if (gone) {
                known.getValue().retire();
              }
              return gone;
            });
    families.removeGroups(group -> !group.equals(NO_GROUP) && !names.contains(group));
  }
}
