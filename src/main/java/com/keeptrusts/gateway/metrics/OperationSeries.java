package com.keeptrusts.gateway.metrics;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.exchange.TokenUsage;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The series of one operation of a group, as OpenTelemetry has them. */
final class OperationSeries {
  private static final String NO_ERROR = "";
  private static final String OTHER_ERROR = "_OTHER";

  private final GroupSeries owner;
  private final Families families;
  private final String group;
  private final Operation operation;
  private final DistributionDataPoint succeeded;
  private final DistributionDataPoint firstChunk;
  private final DistributionDataPoint input;
  private final DistributionDataPoint output;
  private final Map<String, DistributionDataPoint> failed = new ConcurrentHashMap<>();

  OperationSeries(GroupSeries owner, Families families, String group, Operation operation) {
    this.owner = owner;
    this.families = families;
    this.group = group;
    this.operation = operation;
    this.succeeded = duration(NO_ERROR);
    this.firstChunk =
        families.firstChunk.labelValues(
            group, operation.name(), operation.provider(), operation.model());
    this.input = usage("input");
    this.output = usage("output");
  }

  void record(Event event) {
    DistributionDataPoint duration = event.reason().isEmpty() ? succeeded : failed(event);
    if (duration != null) {
      duration.observe(seconds(event.latencyMillis() - event.gatewayMillis()));
    }
    if (event.stream() && event.timeToFirstByteMillis().isPresent()) {
      firstChunk.observe(
          seconds(event.timeToFirstByteMillis().getAsLong() - event.gatewayMillis()));
    }
    // The convention counts what was reported, never an estimate.
    if (event.usage().source() == TokenUsage.Source.PROVIDER) {
      input.observe((double) event.usage().promptTokens());
      output.observe((double) event.usage().completionTokens());
    }
  }

  private @Nullable DistributionDataPoint failed(Event event) {
    String type = errorType(event);
    return owner.resolve(failed, type, () -> duration(type));
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

  private DistributionDataPoint usage(String type) {
    return families.tokenUsage.labelValues(
        group, operation.name(), operation.provider(), operation.model(), type);
  }

  /** The first byte's time has whole milliseconds only, and may seem to be before the start. */
  private static double seconds(double millis) {
    return Math.max(0, millis) / GroupSeries.MILLIS_PER_SECOND;
  }
}
