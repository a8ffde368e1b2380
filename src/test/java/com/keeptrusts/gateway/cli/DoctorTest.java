package com.keeptrusts.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.Egress;
import com.keeptrusts.gateway.exchange.Target;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path home;
  private HttpServer provider;
  private KtProcess process;
  private Path config;

  @BeforeEach
  void start() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/v1/models",
        call -> {
          boolean known =
              "Bearer sk-good".equals(call.getRequestHeaders().getFirst("Authorization"));
          call.sendResponseHeaders(known ? 200 : 401, -1);
          call.close();
        });
    provider.start();
    process = new KtProcess(home);
    process.environment.put("KT_HOME", home.resolve("state").toString());
    config = Files.writeString(home.resolve("c.yaml"), "version: '1'\n");
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  @Test
  void healthy_saysSoOfEachPart() {
    process.targets.add(target(Optional.of("sk-good"), provider.getAddress().getPort()));
    KtProcess.Ended ended = doctor();
    assertThat(ended)
        .isEqualTo(
            new KtProcess.Ended(
                0,
                """
                ✓ config: '%s' is valid
                ✓ state folder: '%s' can be written
                ✓ provider openai: %s answers (HTTP 200)
                ✓ canned request: counters moved
                """
                    .formatted(config, home.resolve("state"), process.targets.get(0).baseUrl()),
                ""));
    assertThat(home.resolve("state")).doesNotExist();
  }

  @Test
  void refusedCredential_isSickAndNeverPrinted() {
    process.targets.add(target(Optional.of("sk-bad"), provider.getAddress().getPort()));
    KtProcess.Ended ended = doctor();
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out())
        .contains("✗ provider openai: ")
        .contains("refuses the credential from OPENAI_API_KEY (HTTP 401)")
        .doesNotContain("sk-bad");
  }

  @Test
  void missingCredential_saysWhatToSet() {
    process.targets.add(target(Optional.empty(), 1));
    assertThat(doctor().out()).contains("✗ provider openai: OPENAI_API_KEY is not set\n");
  }

  @Test
  void providerThatIsNotThere_isSick() {
    process.targets.add(target(Optional.of("sk-good"), 1));
    assertThat(doctor().out()).contains("✗ provider openai: http://127.0.0.1:1/v1: Connection ref");
  }

  @Test
  void invalidConfig_isSick_andTheRestIsNotTried() {
    process.lint = new Linter.Result(false, "errors", "{}");
    KtProcess.Ended ended = doctor();
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out())
        .startsWith("✗ config: see kt policy lint --file " + config + "\n")
        .doesNotContain("canned");
  }

  @Test
  void countersThatStandStill_areSick() {
    process.canned = new DoctorProbe.Finding("canned request", false, "tokens did not move");
    KtProcess.Ended ended = doctor();
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out()).endsWith("✗ canned request: tokens did not move\n");
  }

  @Test
  void stateFolderBelowAFile_isSick() {
    process.environment.put("KT_HOME", config.resolve("state").toString());
    assertThat(doctor().out()).contains("✗ state folder: ").contains("is no folder");
  }

  @Test
  void lint_printsTheReport_andItsVerdictIsTheExitCode() {
    assertThat(process.run("policy", "lint", "--file", config.toString()))
        .isEqualTo(new KtProcess.Ended(0, "✓ Configuration is valid\n", ""));
    process.lint = new Linter.Result(false, "c.yaml:1:1: error: bad", "{\"valid\":false}");
    assertThat(process.run("policy", "lint", "--file", config.toString(), "--json"))
        .isEqualTo(new KtProcess.Ended(1, "{\"valid\":false}\n", ""));
  }

  private KtProcess.Ended doctor() {
    return process.run("doctor", "--policy-config", config.toString());
  }

  private static Target target(Optional<String> key, int port) {
    return new Target(
        "openai",
        "openai",
        URI.create("http://127.0.0.1:" + port + "/v1"),
        new Target.Credential() {
          @Override
          public Optional<String> current() {
            return key;
          }

          @Override
          public String source() {
            return "OPENAI_API_KEY";
          }
        },
        "Authorization",
        "Bearer",
        Map.of(),
        Optional.empty(),
        true,
        new Target.Timeouts(SECOND, SECOND, SECOND),
        Egress.DIRECT);
  }
}
