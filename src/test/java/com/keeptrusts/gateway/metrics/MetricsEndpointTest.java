package com.keeptrusts.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.quickstart.MockBehaviour;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /metrics} of a whole gateway. */
class MetricsEndpointTest {
  private static final String MARKETING =
      """
        - name: marketing
          api_key: kt_cg_marketing_def456
          rate_limits: {requests_per_minute: 30, tokens_per_day: 500000, max_concurrent_requests: 9}
          allowed_models: [gpt-4o-mini]
      """;
  private static final String GROUPS =
      "consumer_groups:\n  - {name: sales, api_key: kt_cg_sales}\n" + MARKETING;
  private static final String HELLO =
      "{\"model\": \"gpt-4o-mini\", \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}";
  private static final String CHAT = "/v1/chat/completions";

  @TempDir Path folder;
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(folder, GROUPS);
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
  }

  @Test
  void metrics_afterTraffic_sayWhatHappened() throws Exception {
    gateway.post(CHAT, "kt_cg_marketing_def456", HELLO);
    gateway.post(CHAT, "kt_cg_marketing_def456", HELLO.replace("-mini", ""));
    gateway.post(CHAT, "kt_cg_sales", HELLO.replace("}]}", "}], \"stream\": true}"));
    gateway.post(CHAT, "wrong", HELLO);
    gateway.get("/v1/nowhere", "kt_cg_sales");
    gateway.get("/nothing/here", "kt_cg_sales");
    assertThat(metrics())
        .contains(
            "keeptrusts_requests_total{consumer_group=\"marketing\",endpoint=\"/v1/chat/completions\",result=\"pass\"} 1.0\n",
            "keeptrusts_refusals_total{consumer_group=\"marketing\",reason=\"model_not_allowed\"} 1.0\n",
            "keeptrusts_refusals_total{consumer_group=\"\",reason=\"invalid_api_key\"} 1.0\n",
            "keeptrusts_refusals_total{consumer_group=\"\",reason=\"unknown_endpoint\"} 2.0\n",
            "keeptrusts_tokens_total{consumer_group=\"marketing\",source=\"provider\",type=\"input\"}",
            "gen_ai_client_operation_time_to_first_chunk_seconds_count{consumer_group=\"sales\"",
            "keeptrusts_gateway_duration_seconds_count{consumer_group=\"marketing\"} 2\n",
            "keeptrusts_time_to_first_byte_seconds_count{consumer_group=\"marketing\"} 1\n",
            "keeptrusts_quota_remaining{consumer_group=\"marketing\",dimension=\"requests_per_minute\"} 29.0\n",
            "keeptrusts_quota_limit{consumer_group=\"marketing\",dimension=\"tokens_per_day\"} 500000.0\n",
            "keeptrusts_quota_remaining{consumer_group=\"marketing\",dimension=\"concurrent_requests\"} 9.0\n",
            "keeptrusts_concurrent_requests{consumer_group=\"sales\"} 0.0\n",
            "keeptrusts_ready 1.0\n",
            "keeptrusts_check{check=\"journal\"} 0.0\n",
            "keeptrusts_journal_open_requests 0.0\n",
            "keeptrusts_journal_lost_events_total 0.0\n",
            "keeptrusts_build_info{version=\"",
            "keeptrusts_config_last_reload_successful 1.0\n",
            "jvm_memory_used_bytes{area=\"heap\"}",
            "jvm_gc_collection_seconds_count{gc=\"",
            "process_max_fds ",
            "process_cpu_seconds_total ",
            "process_open_fds ")
        .doesNotContain("keeptrusts_quota_limit{consumer_group=\"sales\"");
  }

  @Test
  void metrics_everyName_isInTheDocs() throws Exception {
    gateway.post(CHAT, "kt_cg_marketing_def456", HELLO);
    gateway.post(CHAT, "kt_cg_sales", HELLO.replace("}]}", "}], \"stream\": true}"));
    String docs = Files.readString(Path.of("docs/operate.md"));
    assertThat(metrics().lines().filter(line -> line.startsWith("# TYPE ")))
        .hasSizeGreaterThan(30)
        .allSatisfy(line -> assertThat(docs).contains("`" + line.split(" ")[2] + "`"));
  }

  @Test
  void metrics_requestUnderWay_isConcurrentAndOpen() throws Exception {
    gateway.provider().behaveOnce(MockBehaviour.GOOD.firstByteAfter(Duration.ofSeconds(1)));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway.url() + CHAT))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer kt_cg_marketing_def456")
            .POST(HttpRequest.BodyPublishers.ofString(HELLO))
            .build();
    var answer =
        HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
    assertThat(gateway.provider().awaitReceived(1, Duration.ofSeconds(10))).isTrue();
    assertThat(metrics())
        .contains("keeptrusts_concurrent_requests{consumer_group=\"marketing\"} 1.0\n")
        .contains("keeptrusts_journal_open_requests 1.0\n");
    assertThat(answer.join().statusCode()).isEqualTo(200);
  }

  @Test
  void metrics_eventsAreAskedFor_nothingIsPending() throws Exception {
    gateway.post(CHAT, "kt_cg_marketing_def456", HELLO);
    assertThat(gateway.events(1)).hasSize(1);
    assertThat(metrics())
        .contains("keeptrusts_event_store_pending_bytes 0.0\n")
        .contains("keeptrusts_event_store_lag_seconds 0.0\n");
  }

  @Test
  void metrics_reloads_areFollowed() throws Exception {
    gateway.post(CHAT, "kt_cg_sales", HELLO);
    String before = line("keeptrusts_config_info");
    assertThat(gateway.reload("consumer_groups: 7").statusCode()).isEqualTo(422);
    assertThat(metrics()).contains("keeptrusts_config_last_reload_successful 0.0\n");
    assertThat(line("keeptrusts_config_info")).isEqualTo(before);
    assertThat(gateway.reload("consumer_groups:\n" + MARKETING).statusCode()).isEqualTo(200);
    assertThat(metrics())
        .contains("keeptrusts_config_last_reload_successful 1.0\n")
        .doesNotContain("\"sales\"");
    assertThat(line("keeptrusts_config_info")).isNotEqualTo(before);
  }

  @Test
  void metrics_withoutAdminKey_is401AndAPostIs405() throws Exception {
    assertThat(gateway.get("/metrics", "kt_cg_sales").statusCode()).isEqualTo(401);
    HttpResponse<String> post = gateway.admin("POST", "/metrics");
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(post.headers().firstValue("allow")).hasValue("GET");
  }

  @Test
  void metrics_askedAsPrometheusDoes_areOpenMetricsInGzip() throws Exception {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(gateway.url() + "/metrics"))
                    .header("Authorization", "Bearer " + RunningGateway.ADMIN_KEY)
                    .header("Accept-Encoding", "gzip")
                    .header(
                        "Accept",
                        "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
                            + "text/plain;version=0.0.4;q=0.4,*/*;q=0.1")
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/openmetrics-text");
    assertThat(answer.headers().firstValue("content-encoding")).hasValue("gzip");
    String text =
        new String(
            new GZIPInputStream(new java.io.ByteArrayInputStream(answer.body())).readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(text).endsWith("# EOF\n").contains("# TYPE keeptrusts_refusals counter");
  }

  private String metrics() throws Exception {
    HttpResponse<String> answer = gateway.admin("GET", "/metrics");
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    return answer.body();
  }

  private String line(String name) throws Exception {
    return metrics().lines().filter(line -> line.startsWith(name)).findFirst().orElseThrow();
  }
}
