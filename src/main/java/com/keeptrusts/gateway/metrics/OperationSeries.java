package com.keeptrusts.gateway.metrics;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.exchange.TokenUsage;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The series of one operation of a group, as OpenTelemetry has them. */
final class OperationSeries {
  private static final String NO_ERROR = "";
  private static final String OTHER_ERROR = "_OTHER";

  private final GroupSeries owner;
  private final Families families;
  private final String group;
  private final Operation operation;
  private final Map<String, DistributionDataPoint> durations = new ConcurrentHashMap<>();
  private final Map<String, DistributionDataPoint> usages = new ConcurrentHashMap<>();
  private final Map<String, DistributionDataPoint> firstChunks = new ConcurrentHashMap<>();

  OperationSeries(GroupSeries owner, Families families, String group, Operation operation) {
    this.owner = owner;
    this.families = families;
    this.group = group;
    this.operation = operation;
  }

  void record(Event event) {
    String error = event.reason().isEmpty() ? NO_ERROR : errorType(event);
    observe(
        durations, error, this::duration, seconds(event.latencyMillis() - event.gatewayMillis()));
    if (event.stream() && event.timeToFirstByteMillis().isPresent()) {
      double waited = event.timeToFirstByteMillis().getAsLong() - event.gatewayMillis();
      observe(firstChunks, NO_ERROR, this::firstChunk, seconds(waited));
    }
    // The convention counts what was reported, never an estimate.
    if (event.usage().source() == TokenUsage.Source.PROVIDER) {
      observe(usages, "input", this::usage, (double) event.usage().promptTokens());
      observe(usages, "output", this::usage, (double) event.usage().completionTokens());
    }
  }

  /** Only what has happened has a series: most are histograms, and long. */
  private void observe(
      Map<String, DistributionDataPoint> points,
      String key,
      Function<String, DistributionDataPoint> lookup,
      double value) {
    DistributionDataPoint point = owner.resolve(points, key, () -> lookup.apply(key));
    if (point != null) {
      point.observe(value);
    }
  }

  private static String errorType(Event event) {
    String reason = event.reason().orElse(NO_ERROR);
    if (!reason.equals("provider_error")) {
      return reason;
    }
    boolean usual = event.httpStatus() >= 400 && event.httpStatus() < 600;
    return usual ? String.valueOf(event.httpStatus()) : OTHER_ERROR;
  }

  private DistributionDataPoint duration(String errorType) {
    return families.operationDuration.labelValues(
        group, operation.name(), operation.provider(), operation.model(), errorType);
  }

  private DistributionDataPoint firstChunk(String unused) {
    return families.firstChunk.labelValues(
        group, operation.name(), operation.provider(), operation.model());
  }

  private DistributionDataPoint usage(String type) {
    return families.tokenUsage.labelValues(
        group, operation.name(), operation.provider(), operation.model(), type);
  }

  /** The first byte's time has whole milliseconds only, and may seem to be before the start. */
  private static double seconds(double millis) {
    return Math.max(0, millis) / GroupSeries.MILLIS_PER_SECOND;
  }
}
