package com.keeptrusts.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.quickstart.MockProvider;
import com.keeptrusts.gateway.quickstart.TutorialConfig;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the process starts, why it does not, and how it stops. */
class StartupIT {
  private static final String RUN = " gateway run --policy-config policy-config.yaml --port $PORT";
  private static final String BROKEN =
      """
      version: '1'
      providers: {targets: [{id: mock, provider: openai, secret_key_ref: {env: OPENAI_API_KEY}}]}
      consumer_groups:
        - name: marketing
          api_kee: kt_cg_marketing_def456
          rate_limits: {requests_per_minute: -1}
      """;
  private static final String CHAT =
      """
      {"model": "gpt-4o-mini", "stream": true, "messages": [{"role": "user", "content": "Hello"}]}
      """;

  @TempDir Path folder;
  private MockProvider provider;
  private int port;
  private Path home;
  private Path config;
  private Shell shell;

  @BeforeEach
  void configure() throws IOException {
    provider = MockProvider.start(0);
    port = GatewayProcess.freePort();
    home = Files.createDirectory(folder.resolve("home"));
    config = folder.resolve("policy-config.yaml");
    Files.writeString(config, TutorialConfig.inFrontOf(provider.baseUrl()));
    shell =
        new Shell(
            folder,
            Map.of(
                "KT",
                GatewayProcess.java() + " -jar " + GatewayProcess.war(),
                "KT_HOME",
                home.toString(),
                "OPENAI_API_KEY",
                "sk-mock",
                "PORT",
                String.valueOf(port)));
  }

  @AfterEach
  void stopTheProvider() {
    provider.close();
  }

  @Test
  void portInUse_isSaidAndLeavesNothingBehind() throws Exception {
    try (ServerSocket other = new ServerSocket(port)) {
      assertThat(refusal(RUN)).contains("cannot listen on port " + other.getLocalPort());
    }
    try (ServerSocket other = new ServerSocket(0)) {
      assertThat(refusal(RUN + " --admin-listen 127.0.0.1:" + other.getLocalPort()))
          .contains("cannot listen on port " + other.getLocalPort());
    }
    assertThat(registered()).isEmpty();
  }

  @Test
  void stateFolderOfAnotherGateway_isSaidWithItsProcess() throws Exception {
    try (GatewayProcess first = GatewayProcess.run(home, config, GatewayProcess.freePort())) {
      assertThat(refusal(RUN))
          .contains("another gateway (process " + first.process().pid() + ")")
          .contains("--data-dir");
    }
  }

  @Test
  void stateFolderThatCannotBe_isSaid() throws Exception {
    Files.writeString(folder.resolve("taken"), "a file");
    assertThat(refusal(RUN + " --data-dir taken/state")).contains("cannot create the data folder");
    assertThat(refusal(RUN + " --data-dir taken")).contains("a file is in its place");
  }

  @Test
  void missingConfig_isSaid() throws Exception {
    Files.delete(config);
    assertThat(refusal(RUN)).isEqualTo("kt: no such file 'policy-config.yaml'");
  }

  @Test
  void unreadableConfig_isSaid() throws Exception {
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("---------"));
    if (Files.isReadable(config)) {
      Assumptions.abort("this user may read every file; run as another to see this test");
    }
    assertThat(refusal(RUN)).contains("permission denied");
  }

  @Test
  void brokenConfig_isToldWithAllItsProblems() throws Exception {
    Files.writeString(config, BROKEN);
    Shell.Ran ran = shell.run("$KT" + RUN);
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("policy-config.yaml:5")
        .contains("did you mean 'api_key'")
        .contains("policy-config.yaml:6")
        .contains("requests_per_minute")
        .endsWith("kt: the configuration 'policy-config.yaml' cannot be used\n")
        .doesNotContain("Exception");
  }

  @Test
  void sigterm_streamUnderWay_finishesBeforeTheProcessEnds() throws Exception {
    try (GatewayProcess gateway = GatewayProcess.run(home, config, port)) {
      assertThat(registered()).hasSize(1);
      try (Stream<String> lines = stream("chunks=20;gap=100ms").body()) {
        Iterator<String> stream = lines.iterator();
        assertThat(stream.next()).startsWith("data: ");
        gateway.process().destroy();
        List<String> rest = new ArrayList<>();
        stream.forEachRemaining(rest::add);
        assertThat(rest).contains("data: [DONE]");
      }
      assertThat(gateway.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(gateway.process().exitValue()).isIn(0, 143);
    }
    assertThat(registered()).isEmpty();
  }

  @Test
  void quickstart_showsAFirstAnswer() throws Exception {
    Process quickstart = shell.start("$KT quickstart --port $PORT", Redirect.PIPE);
    try {
      CompletableFuture<Boolean> answered =
          CompletableFuture.supplyAsync(
              () ->
                  quickstart
                      .inputReader(StandardCharsets.UTF_8)
                      .lines()
                      .anyMatch("A first request: HTTP 200"::equals));
      assertThat(answered).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(true);
    } finally {
      quickstart.destroy();
      assertThat(quickstart.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void doctor_everythingInOrder_saysSo() throws Exception {
    Shell.Ran ran = shell.run("$KT doctor --policy-config policy-config.yaml");
    assertThat(ran.out().lines()).hasSize(4).allMatch(line -> line.startsWith("✓ "));
    assertThat(ran.exitCode()).isZero();
  }

  /** What a gateway that does not start says: one line beside its log's information. */
  private String refusal(String command) throws IOException, InterruptedException {
    Shell.Ran ran = shell.run("$KT" + command);
    List<String> said = ran.err().lines().filter(line -> !line.contains(" INFO ")).toList();
    assertThat(said).as(ran.err()).hasSize(1).first().asString().startsWith("kt: ");
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    return said.get(0);
  }

  private List<Path> registered() throws IOException {
    return Files.exists(home.resolve("gateways")) ? AdminAccess.files(home) : List.of();
  }

  private HttpResponse<Stream<String>> stream(String behaviour)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/chat/completions"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + Deployment.MARKETING)
            .header("x-mock", behaviour)
            .POST(HttpRequest.BodyPublishers.ofString(CHAT))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
  }
}
