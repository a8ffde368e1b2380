package com.keeptrusts.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.quickstart.Call;
import com.keeptrusts.gateway.quickstart.CallEnding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official SDK for Node, unmodified; its claims are in {@code it-tests/node}. */
class NodeSdkIT {
  private static final Path FOLDER = Path.of("it-tests", "node");
  private static final String GROUPS =
      """
      consumer_groups:
        - {name: engineering, api_key: kt_cg_engineering}
        - {name: marketing, api_key: kt_cg_marketing, allowed_models: [gpt-4o-mini]}
        - name: one-a-minute
          api_key: kt_cg_one_a_minute
          rate_limits: {requests_per_minute: 1}
        - name: one-a-second
          api_key: kt_cg_one_a_second
          rate_limits: {burst: {requests_per_second: 1, size: 1}}
      """;

  @TempDir Path home;

  @Test
  void nodeSdk_allClaims_hold() throws Exception {
    Shell.needs("node");
    if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
      Assumptions.abort("the SDK for Node is not installed; run (cd " + FOLDER + " && npm ci)");
    }
    try (Deployment deployment = Deployment.of(home, GROUPS)) {
      deployment.provider().listModels(List.of("gpt-4o", "gpt-4o-mini"));
      Shell.Ran ran = node(deployment);
      assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
      assertThat(deployment.provider().awaitDeparture(Duration.ZERO))
          .as("the provider's call of the aborted stream")
          .flatMap(Call::ending)
          .map(CallEnding::eventsSent)
          .hasValueSatisfying(sent -> assertThat(sent).isLessThan(100));
      assertThat(deployment.provider().calls())
          .filteredOn(
              call -> call.request().header("x-stainless-retry-count").orElse("").equals("1"))
          .hasSize(1);
    }
  }

  private Shell.Ran node(Deployment deployment) throws Exception {
    AdminAccess admin = AdminAccess.of(home);
    Map<String, String> environment =
        Map.of(
            "BASE_URL", deployment.baseUrl(),
            "ADMIN_URL", admin.url(),
            "ADMIN_KEY", admin.key());
    return new Shell(FOLDER, environment).run("node --test");
  }
}
