package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.it.server.DeployedGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators and their tools ask. */
class AdminIT extends Contract {
  private RunningGateway gateway;

  @BeforeAll
  static void renew() throws Exception {
    DeployedGateway.renew();
  }

  @BeforeEach
  void start() {
    gateway = deployed(OneTeam.GROUPS);
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
  }

  private HttpResponse<String> getWithoutKey(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(gateway.url() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/healthz", "/readyz", "/health"})
  void probes_needNoKey(String path) throws Exception {
    assertThat(getWithoutKey(path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/admin/events", "/admin/usage", "/admin/groups", "/admin/config", "/metrics"})
  void everythingElse_needsTheAdminKey(String path) throws Exception {
    assertThat(getWithoutKey(path).statusCode()).isEqualTo(401);
    assertThat(gateway.get(path, OneTeam.KEY).statusCode()).isEqualTo(401);
    assertThat(gateway.admin("GET", path).statusCode()).isEqualTo(200);
  }

  @Test
  void metrics_countWhatAGroupDid() throws Exception {
    assertThat(gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO).statusCode()).isEqualTo(200);
    assertThat(gateway.admin("GET", "/metrics").body().lines())
        .anyMatch(
            line ->
                line.startsWith("keeptrusts_requests_total{")
                    && line.contains("consumer_group=\"team\""));
  }

  @Test
  void reload_ofABrokenFile_changesNothingAndSaysWhy() throws Exception {
    Path config = DeployedGateway.current().config();
    byte[] good = Files.readAllBytes(config);
    Files.writeString(config, "consumer_groups: 7\n");
    try {
      HttpResponse<String> answer = gateway.admin("POST", "/admin/config/reload");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("expected a list");
      assertThat(gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO).statusCode())
          .isEqualTo(200);
    } finally {
      Files.write(config, good);
    }
  }
}
