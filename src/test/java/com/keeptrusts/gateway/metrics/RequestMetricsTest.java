package com.keeptrusts.gateway.metrics;

import static com.keeptrusts.gateway.event.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.event.EventLog;
import com.keeptrusts.gateway.event.Intent;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Result;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestMetricsTest {
  private final GatewayMetrics metrics =
      new GatewayMetrics(Set.of("marketing", "sales"), InstantSource.system());
  private final List<Event> written = new ArrayList<>();
  private final EventLog log =
      metrics.metered(
          new EventLog() {
            @Override
            public void intend(Intent intent) {}

            @Override
            public void record(Event event) {
              written.add(event);
            }
          });

  @Test
  void event_written_isCountedByGroupEndpointAndResult() throws Exception {
    log.record(event("1").group("marketing").tokens(40).build());
    log.record(event("2").group("marketing").result(Result.BLOCKED).tokens(0).build());
    assertThat(written).hasSize(2);
    assertThat(text())
        .contains(
            "keeptrusts_requests_total{consumer_group=\"marketing\",endpoint=\"/v1/chat/completions\",result=\"pass\"} 1.0",
            "keeptrusts_requests_total{consumer_group=\"marketing\",endpoint=\"/v1/chat/completions\",result=\"blocked\"} 1.0",
            "keeptrusts_tokens_total{consumer_group=\"marketing\",source=\"provider\",type=\"input\"} 30.0",
            "keeptrusts_request_duration_seconds_count{consumer_group=\"marketing\"} 2");
  }

  @Test
  void event_ofAProvider_isCountedAsOpenTelemetryNamesIt() throws Exception {
    log.record(event("1").group("marketing").model("gpt-4o").tokens(40).build());
    String labels =
        "consumer_group=\"marketing\",gen_ai_operation_name=\"chat\",gen_ai_provider_name=\"openai\","
            + "gen_ai_request_model=\"gpt-4o\",gen_ai_token_type=\"input\"";
    assertThat(text())
        .contains("gen_ai_client_token_usage_sum{" + labels + "} 30.0")
        .contains("gen_ai_client_token_usage_bucket{" + labels + ",le=\"16.0\"} 0")
        .contains("gen_ai_client_token_usage_bucket{" + labels + ",le=\"64.0\"} 1")
        .contains("gen_ai_client_token_usage_bucket{" + labels + ",le=\"6.7108864E7\"} 1")
        .contains("gen_ai_client_operation_duration_seconds_bucket{")
        .contains("error_type=\"\"");
  }

  @Test
  void models_aMillionNames_makeFewSeries() throws Exception {
    for (int i = 0; i < 100_000; i++) {
      log.record(event("e" + i).group("marketing").model("model-" + i).build());
    }
    assertThat(models(text())).hasSize(ModelLabels.MOST_PER_GROUP + 1).contains("other");
    assertThat(text())
        .contains("keeptrusts_request_duration_seconds_count{consumer_group=\"marketing\"} 100000");
  }

  @Test
  void model_thatNoProviderAnswered_hasNoSeriesOfItsOwn() throws Exception {
    log.record(event("1").group("marketing").model("invented").result(Result.ERROR).build());
    assertThat(models(text())).containsExactly("other");
    log.record(event("2").group("marketing").model("real").build());
    log.record(event("3").group("marketing").model("real").result(Result.ERROR).build());
    assertThat(models(text())).containsExactlyInAnyOrder("other", "real");
  }

  @Test
  void model_withANameThatBreaksLines_staysOneLabel() throws Exception {
    log.record(event("1").group("marketing").model("a\"} 1\nevil{b=\"\\").build());
    assertThat(text()).contains("gen_ai_request_model=\"a\\\"} 1\\nevil{b=\\\"\\\\\"");
    assertThat(text().lines()).noneMatch(line -> line.startsWith("evil"));
  }

  @Test
  void reload_removedGroup_leavesNoSeries() throws Exception {
    log.record(event("1").group("marketing").build());
    log.record(event("2").group("sales").build());
    metrics.reloaded(true, Set.of("sales"));
    assertThat(text()).doesNotContain("marketing").contains("consumer_group=\"sales\"");
    log.record(event("3").group("marketing").build());
    assertThat(text()).doesNotContain("marketing");
  }

  @Test
  void reload_whileRequestsEnd_leavesNoSeriesOfTheRemovedGroup() throws Exception {
    for (int round = 0; round < 200; round++) {
      metrics.reloaded(true, Set.of("marketing"));
      CountDownLatch begun = new CountDownLatch(1);
      String model = "m" + round;
      Thread requests =
          new Thread(
              () -> {
                for (int i = 0; i < 50; i++) {
                  log.record(event("1").group("marketing").model(model + i).build());
                  begun.countDown();
                }
              });
      requests.start();
      begun.await();
      metrics.reloaded(true, Set.of());
      requests.join();
      assertThat(text()).doesNotContain("marketing");
    }
  }

  @Test
  void reload_groupsThatComeAndGo_giveTheirModelsBack() throws Exception {
    for (int i = 0; i < ModelLabels.MOST; i++) {
      metrics.reloaded(true, Set.of("team"));
      log.record(event("1").group("team").model("one").build());
      log.record(event("1").group("team").model("two").build());
      metrics.reloaded(true, Set.of());
    }
    metrics.reloaded(true, Set.of("team"));
    log.record(event("1").group("team").model("one").build());
    assertThat(models(text())).containsExactly("one");
  }

  @Test
  void refusal_withoutEvent_isCountedWithoutAGroup() throws Exception {
    metrics.refused(ErrorCode.INVALID_API_KEY);
    assertThat(text())
        .contains("keeptrusts_refusals_total{consumer_group=\"\",reason=\"invalid_api_key\"} 1.0");
  }

  @Test
  void metrics_ofManyGateways_startNoThread() throws Exception {
    for (int i = 0; i < 10; i++) {
      new GatewayMetrics(Set.of("marketing"), InstantSource.system()).scrape();
    }
    log.record(event("1").group("marketing").build());
    text();
    Set<String> names =
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .collect(Collectors.toSet());
    assertThat(names).noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("prom"));
  }

  @Test
  void scrape_ofAThousandGroups_isFast() throws Exception {
    Set<String> names =
        IntStream.range(0, 1_000).mapToObj(i -> "team-" + i).collect(Collectors.toSet());
    metrics.reloaded(true, names);
    for (String name : names) {
      log.record(event("1").group(name).model("gpt-4o").build());
      log.record(event("2").group(name).model("gpt-4o-mini").build());
    }
    text();
    long start = System.nanoTime();
    int size = text().length();
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.println("scrape: " + size + " bytes in " + millis + " ms");
    assertThat(millis).isLessThan(5_000);
  }

  private static Set<String> models(String text) {
    return text.lines()
        .filter(line -> line.contains("gen_ai_request_model=\""))
        .map(line -> line.replaceAll(".*gen_ai_request_model=\"([^\"]*)\".*", "$1"))
        .collect(Collectors.toSet());
  }

  private String text() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create()
        .write(out, metrics.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    return out.toString(StandardCharsets.UTF_8);
  }
}
