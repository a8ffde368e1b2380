package com.keeptrusts.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.admin.Readiness.Check;
import com.keeptrusts.gateway.admin.Readiness.Report;
import com.keeptrusts.gateway.admin.Readiness.State;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthServletTest {
  private static final Check STATE_OK = new Check("state", State.OK, "");
  private static final Check PROVIDER_DEGRADED =
      new Check("openai", State.DEGRADED, "OPENAI_API_KEY is not set");
  private static final Check STATE_DOWN = new Check("state", State.DOWN, "cannot write '/x'");

  private AdminServer server;

  @BeforeEach
  void start() throws Exception {
    server = new AdminServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void healthz_evenWhenDown_isOk() throws Exception {
    report(STATE_DOWN);
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/healthz").body()).isEqualTo("ok\n");
  }

  @Test
  void readyz_degraded_staysReady() throws Exception {
    report(STATE_OK, PROVIDER_DEGRADED);
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void readyz_down_is503WithTheReason() throws Exception {
    report(PROVIDER_DEGRADED, STATE_DOWN);
    HttpResponse<String> answer = get("/readyz");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("state: cannot write '/x'\n");
  }

  @Test
  void health_saysTheWorstAndEachCheck() throws Exception {
    report(STATE_OK, PROVIDER_DEGRADED);
    HttpResponse<String> answer = get("/health");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"status":"degraded","version":"0.1.0","uptime_seconds":7,"config_version":"v1",\
            "checks":{"state":"ok","openai":"degraded: OPENAI_API_KEY is not set"}}
            """);
    report(STATE_DOWN);
    assertThat(get("/health").statusCode()).isEqualTo(503);
  }

  private void report(Check... checks) {
    server.health(new Report("v1", Duration.ofSeconds(7), List.of(checks)));
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
