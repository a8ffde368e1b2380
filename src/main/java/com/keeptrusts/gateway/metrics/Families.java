package com.keeptrusts.gateway.metrics;

import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.StatefulMetric;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.List;
import java.util.function.Predicate;

/**
 * The metrics of requests. Each has the consumer group as its first label. Names and buckets follow
 * OpenTelemetry's conventions for generative AI where these have one.
 */
final class Families {
  static final String GROUP = "consumer_group";

  // The server's own prometheus.properties must not change what a gateway says, nor start threads.
  private static final PrometheusProperties NO_PROPERTIES = PrometheusProperties.builder().build();
  private static final double[] OPERATION_SECONDS = {
    0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92
  };
  private static final double[] GATEWAY_SECONDS = {
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 1
  };
  private static final double[] TOKENS = {
    1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864
  };

  final Counter requests =
      counter(
          "keeptrusts_requests",
          "Metered requests that ended, by how they ended",
          "endpoint",
          "result");
  final Counter refusals =
      counter(
          "keeptrusts_refusals",
          "Requests that the gateway itself refused; without a group where none was known",
          "reason");
  final Counter tokens =
      counter(
          "keeptrusts_tokens",
          "Tokens as they are charged; source says whether the provider counted them",
          "type",
          "source");
  final Histogram requestDuration =
      seconds("keeptrusts_request_duration", "From arrival to the answer's end", OPERATION_SECONDS);
  final Histogram firstByte =
      seconds(
          "keeptrusts_time_to_first_byte",
          "From arrival to the answer's first byte",
          OPERATION_SECONDS);
  final Histogram gatewayDuration =
      seconds(
          "keeptrusts_gateway_duration",
          "From arrival to the request's leaving for the provider, or its refusal",
          GATEWAY_SECONDS);
  final Histogram tokenUsage =
      histogram("gen_ai_client_token_usage", "Number of input and output tokens used", TOKENS)
          .labelNames(operation("gen_ai_token_type"))
          .build();
  final Histogram operationDuration =
      histogram(
              "gen_ai_client_operation_duration",
              "From the request's leaving for the provider to the answer's end",
              OPERATION_SECONDS)
          .unit(Unit.SECONDS)
          .labelNames(operation("error_type"))
          .build();
  final Histogram firstChunk =
      histogram(
              "gen_ai_client_operation_time_to_first_chunk",
              "From the request's leaving for the provider to the stream's first byte",
              OPERATION_SECONDS)
          .unit(Unit.SECONDS)
          .labelNames(operation())
          .build();

  private final List<StatefulMetric<?, ?>> all =
      List.of(
          requests,
          refusals,
          tokens,
          requestDuration,
          firstByte,
          gatewayDuration,
          tokenUsage,
          operationDuration,
          firstChunk);

  Families(PrometheusRegistry registry) {
    all.forEach(registry::register);
  }

  /** Forgets the series of groups. */
  void removeGroups(Predicate<String> gone) {
    all.forEach(metric -> metric.removeIf(labels -> gone.test(labels.get(0))));
  }

  private static Counter counter(String name, String help, String... labels) {
    String[] names = new String[labels.length + 1];
    names[0] = GROUP;
    System.arraycopy(labels, 0, names, 1, labels.length);
    return Counter.builder(NO_PROPERTIES)
        .name(name)
        .help(help)
        .labelNames(names)
        .withoutExemplars()
        .build();
  }

  private static Histogram seconds(String name, String help, double... bounds) {
    return histogram(name, help, bounds).unit(Unit.SECONDS).labelNames(GROUP).build();
  }

  private static Histogram.Builder histogram(String name, String help, double... bounds) {
    return Histogram.builder(NO_PROPERTIES)
        .name(name)
        .help(help)
        .classicOnly()
        .classicUpperBounds(bounds)
        .withoutExemplars();
  }

  private static String[] operation(String... more) {
    String[] names = new String[4 + more.length];
    names[0] = GROUP;
    names[1] = "gen_ai_operation_name";
    names[2] = "gen_ai_provider_name";
    names[3] = "gen_ai_request_model";
    System.arraycopy(more, 0, names, 4, more.length);
    return names;
  }
}
