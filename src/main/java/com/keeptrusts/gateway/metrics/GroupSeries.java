package com.keeptrusts.gateway.metrics;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.Result;
import com.keeptrusts.gateway.exchange.TokenUsage;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The series of one group, looked up in the library once each. Safe from any thread. */
final class GroupSeries {
  static final double MILLIS_PER_SECOND = 1_000;

  private record Ending(Endpoint endpoint, Result result) {}

  private record TokenKind(String type, TokenUsage.Source source) {}

  private final String group;
  private final Families families;
  private final ModelLabels models;
  private final DistributionDataPoint requestDuration;
  private final DistributionDataPoint firstByte;
  private final DistributionDataPoint gatewayDuration;
  private final Map<Ending, CounterDataPoint> requests = new ConcurrentHashMap<>();
  private final Map<String, CounterDataPoint> refusals = new ConcurrentHashMap<>();
  private final Map<TokenKind, CounterDataPoint> tokens = new ConcurrentHashMap<>();
  private final Map<Operation, OperationSeries> operations = new ConcurrentHashMap<>();
  private boolean retired;

  GroupSeries(String group, Families families, AtomicInteger models) {
    this.group = group;
    this.families = families;
    this.models = new ModelLabels(models);
    this.requestDuration = families.requestDuration.labelValues(group);
    this.firstByte = families.firstByte.labelValues(group);
    this.gatewayDuration = families.gatewayDuration.labelValues(group);
  }

  void record(Event event) {
    count(requests, new Ending(event.endpoint(), event.result()), this::requests, 1);
    requestDuration.observe(event.latencyMillis() / MILLIS_PER_SECOND);
    gatewayDuration.observe(event.gatewayMillis() / MILLIS_PER_SECOND);
    if (event.timeToFirstByteMillis().isPresent()) {
      firstByte.observe(event.timeToFirstByteMillis().getAsLong() / MILLIS_PER_SECOND);
    }
    if (event.endedBy() == Outcome.EndedBy.GATEWAY) {
      count(refusals, event.reason().orElse(""), this::refusals, 1);
    } else if (event.provider().isPresent()) {
      recordOperation(event, event.provider().get());
    }
    TokenUsage usage = event.usage();
    countTokens("input", usage, usage.promptTokens());
    countTokens("output", usage, usage.completionTokens());
  }

  private void recordOperation(Event event, String provider) {
    boolean answered =
        event.endedBy() == Outcome.EndedBy.PROVIDER
            && event.result() != Result.ERROR
            && event.httpStatus() < 300;
    String model = models.of(event.model().orElse(""), answered);
    Operation operation = new Operation(event.endpoint(), provider, model);
    OperationSeries series =
        resolve(operations, operation, () -> new OperationSeries(this, families, group, operation));
    if (series != null) {
      series.record(event);
    }
  }

  private void countTokens(String type, TokenUsage usage, long count) {
    if (count > 0) {
      count(tokens, new TokenKind(type, usage.source()), this::tokens, count);
    }
  }

  private CounterDataPoint requests(Ending ending) {
    return families.requests.labelValues(
        group, "/v1" + ending.endpoint().path(), word(ending.result()));
  }

  private CounterDataPoint refusals(String reason) {
    return families.refusals.labelValues(group, reason);
  }

  private CounterDataPoint tokens(TokenKind kind) {
    return families.tokens.labelValues(group, kind.type(), word(kind.source()));
  }

  private interface Lookup<K> {
    CounterDataPoint of(K key);
  }

  private <K> void count(Map<K, CounterDataPoint> series, K key, Lookup<K> lookup, long amount) {
    CounterDataPoint point = series.get(key);
    if (point == null) {
      point = resolve(series, key, () -> lookup.of(key));
    }
    if (point != null) {
      point.inc(amount);
    }
  }

  /** A series, made at its first use unless the group is gone: then it would never go again. */
  <K, V> @Nullable V resolve(Map<K, V> series, K key, Supplier<V> lookup) {
    V known = series.get(key);
    if (known != null) {
      return known;
    }
    synchronized (this) {
      return retired ? null : series.computeIfAbsent(key, unused -> lookup.get());
    }
  }

  /** Makes no further series: those that are there can be removed. */
  synchronized void retire() {
    retired = true;
    models.release();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
