package com.keeptrusts.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.quickstart.MockBehaviour;
import com.keeptrusts.gateway.quickstart.MockProvider;
import com.keeptrusts.gateway.quickstart.MockTokens;
import com.keeptrusts.gateway.quickstart.TutorialConfig;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial, typed: its scripts with the real {@code curl}, {@code jq} and {@code kt}. */
class TutorialIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ANSWER_TOKENS = 38;
  private static final int HELLO_TOKENS = ANSWER_TOKENS + MockTokens.of("Hello");
  private static final String MODEL_NOT_ALLOWED =
      """
      {
        "error": {
          "code": "model_not_allowed",
          "message": "Consumer group 'marketing' does not have access to model 'gpt-4o'",
          "allowed_models": ["gpt-4o-mini"],
          "type": "permission_error"
        }
      }
      HTTP Status: 403
      """;

  @TempDir Path folder;
  private MockProvider provider;
  private int port;
  private Path config;
  private Shell shell;
  private Process gateway;

  @BeforeEach
  void startTheGateway() throws Exception {
    Shell.needs("curl", "jq");
    provider = MockProvider.start(0);
    port = GatewayProcess.freePort();
    config = folder.resolve("policy-config.yaml");
    Files.writeString(config, TutorialConfig.inFrontOf(provider.baseUrl()));
    shell =
        new Shell(
            folder,
            Map.of(
                "PATH",
                pathWithKt(),
                "KT_HOME",
                folder + "/home",
                "OPENAI_API_KEY",
                "sk-mock",
                "PORT",
                String.valueOf(port)));
    Path log = folder.resolve("gateway.log");
    gateway =
        shell.start(
            "kt gateway run --policy-config policy-config.yaml --port $PORT",
            Redirect.to(log.toFile()));
    awaitReady(log);
  }

  @AfterEach
  void stopTheGateway() throws Exception {
    if (gateway != null) {
      gateway.destroy();
      assertThat(gateway.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      provider.close();
    }
  }

  @Test
  void step2_lint_printsFourLines() throws Exception {
    assertThat(typed("kt policy lint --file policy-config.yaml"))
        .isEqualTo(
            """
            ✓ Configuration is valid
              Providers: 1 (openai)
              Consumer groups: 3 (engineering, marketing, research)
              Policies: 1 (basic-filter)
            """);
  }

  @Test
  void step3_requestsOfTwoGroups_areAnswered() throws Exception {
    assertThat(typed(forThisJq(TutorialScripts.STEP_3_ENGINEERING)))
        .isEqualTo(
            """
            {
              "model": "gpt-4o",
              "group": "engineering"
            }
            """);
    assertThat(typed(TutorialScripts.STEP_3_MARKETING))
        .isEqualTo(
            """
            {
              "model": "gpt-4o-mini"
            }
            """);
    assertThat(provider.receivedCount()).isEqualTo(2);
  }

  @Test
  void step4_modelOfOthers_is403AndCostsNoRequest() throws Exception {
    assertThat(typed(TutorialScripts.STEP_4)).isEqualTo(MODEL_NOT_ALLOWED);
    assertThat(typed(TutorialScripts.STEP_5)).isEqualTo(loop(30));
  }

  @Test
  void steps5To7_limit_isTheGroupsOwnAndTheAnalyticsAddUp() throws Exception {
    assertThat(typed(TutorialScripts.STEP_5)).isEqualTo(loop(30));
    assertThat(typed(TutorialScripts.STEP_6))
        .isEqualTo(
            """
            {
              "model": "gpt-4o",
              "status": "success"
            }
            """);
    assertThat(typed(TutorialScripts.STEP_7))
        .isEqualTo(
            """
            [
              {
                "group": "engineering",
                "requests": 1,
                "total_tokens": %d,
                "blocked": 0
              },
              {
                "group": "marketing",
                "requests": 35,
                "total_tokens": %d,
                "blocked": 5
              }
            ]
            """
                .formatted(
                    ANSWER_TOKENS + MockTokens.of("What is Kubernetes?"), 30 * HELLO_TOKENS));
  }

  @Test
  void step5_rightAfterStep3_countsThatRequestToo() throws Exception {
    typed(TutorialScripts.STEP_3_MARKETING);
    assertThat(typed(TutorialScripts.STEP_5)).isEqualTo(loop(29));
  }

  @Test
  void step5_providerThatTakesASecond_isLimitedAllTheSame() throws Exception {
    provider.behave(MockBehaviour.GOOD.firstByteAfter(Duration.ofSeconds(1)));
    assertThat(typed(TutorialScripts.STEP_5)).isEqualTo(loop(30));
    assertThat(provider.receivedCount()).isEqualTo(30);
  }

  @Test
  void step8_policyOfOneGroup_holdsAfterAReload() throws Exception {
    String research = "  - name: research\n";
    String before = Files.readString(config);
    Files.writeString(config, before.replace(research, TutorialScripts.STEP_8_POLICY + research));
    assertThat(typed("kt config reload")).contains("marketing").doesNotContain("engineering");
    assertThat(typed(TutorialScripts.withCard("kt_cg_marketing_def456")))
        .contains("\"code\": \"input_blocked\"")
        .contains("\"policy\": \"marketing-pii-filter\"")
        .doesNotContain("4111 ")
        .endsWith("\nHTTP Status: 400\n");
    assertThat(typed("kt events tail --last 1 --verbose"))
        .startsWith("[")
        .contains("] BLOCKED id=evt_")
        .contains(" group=marketing ")
        .contains(" reason=input_blocked")
        .containsPattern("policy=marketing-pii-filter type=pii_detector .*outcome=block")
        .contains("entities=credit_card");
    assertThat(typed(TutorialScripts.withCard("kt_cg_engineering_abc123")))
        .endsWith("\nHTTP Status: 200\n");
    assertThat(provider.receivedCount()).isEqualTo(1);
  }

  /** The real {@code ./kt}, by a symbolic link as an installation has it. */
  private String pathWithKt() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("kt"), Path.of("kt").toAbsolutePath());
    return bin + ":" + System.getenv("PATH");
  }

  private String typed(String script) throws IOException, InterruptedException {
    Shell.Ran ran = shell.run(script);
    assertThat(ran.err()).as("what a step says on standard error").isEmpty();
    return ran.out();
  }

  /**
   * Version 1.6, which Debian 12 has, wants parentheses around such a value: the page's is newer.
   */
  private String forThisJq(String script) throws IOException, InterruptedException {
    boolean newer = shell.run("jq -n '{group: .a // 1}'").exitCode() == 0;
    String value = ".headers[\"x-consumer-group\"] // \"engineering\"";
    return newer ? script : script.replace(value, "(" + value + ")");
  }

  private static String loop(int allowed) {
    List<String> lines =
        IntStream.rangeClosed(1, 35)
            .mapToObj(i -> "Request " + i + ": HTTP " + (i <= allowed ? 200 : 429) + "\n")
            .toList();
    return String.join("", lines);
  }

  private void awaitReady(Path log) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      boolean over = gateway.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline;
      if (over) {
        throw new IOException("the gateway did not start:\n" + Files.readString(log));
      }
    }
    assertThat(log).content().doesNotContain("building the gateway");
  }

  private boolean isReady() {
    try {
      URI ready = URI.create("http://localhost:" + port + "/readyz");
      return ((HttpURLConnection) ready.toURL().openConnection()).getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
