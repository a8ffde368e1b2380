package com.keeptrusts.gateway.it;

import com.keeptrusts.gateway.quickstart.MockOptions;
import com.keeptrusts.gateway.quickstart.MockProvider;
import com.keeptrusts.gateway.quickstart.TutorialConfig;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The mock provider in this process, and the built gateway in one of its own in front of it. */
final class Deployment implements AutoCloseable {
  static final String ENGINEERING = "kt_cg_engineering_abc123";
  static final String MARKETING = "kt_cg_marketing_def456";

  private static final int CALLS = 200_000;
  private static final String CONFIG =
      """
      version: '1'
      providers:
        targets:
          - id: mock
            provider: openai
            base_url: %s
            secret_key_ref: {env: OPENAI_API_KEY}
      """;

  private final MockProvider provider;
  private final Path home;
  private final Path config;
  private GatewayProcess gateway;

  private Deployment(MockProvider provider, Path home, Path config, GatewayProcess gateway) {
    this.provider = provider;
    this.home = home;
    this.config = config;
    this.gateway = gateway;
  }

  /** The tutorial's configuration. */
  static Deployment ofTutorial(Path home) throws IOException, InterruptedException {
    MockProvider provider = startProvider();
    return start(provider, home, TutorialConfig.inFrontOf(provider.baseUrl()));
  }

  /**
   * Some groups, with the mock as their provider.
   *
   * @param groups the YAML from {@code consumer_groups:} on
   */
  static Deployment of(Path home, String groups) throws IOException, InterruptedException {
    MockProvider provider = startProvider();
    return start(provider, home, config(provider.baseUrl(), groups));
  }

  /** A whole configuration with one target. */
  static String config(URI provider, String groups) {
    return CONFIG.formatted(provider) + groups;
  }

  private static MockProvider startProvider() throws IOException {
    return MockProvider.start(MockOptions.onPort(0).remembering(CALLS));
  }

  private static Deployment start(MockProvider provider, Path home, String text)
      throws IOException, InterruptedException {
    Path config = Files.writeString(home.resolve("policy-config.yaml"), text);
    try {
      return new Deployment(
          provider, home, config, GatewayProcess.run(home, config, GatewayProcess.freePort()));
    } catch (IOException e) {
      provider.close();
      throw e;
    }
  }

  MockProvider provider() {
    return provider;
  }

  GatewayProcess gateway() {
    return gateway;
  }

  /** As a client of the API has it, with {@code /v1}. */
  String baseUrl() {
    return gateway.url() + "/v1";
  }

  /** Kills the gateway as {@code kill -9} does, and starts another on the same state. */
  void killAndRestart() throws IOException, InterruptedException {
    gateway.kill();
    gateway = GatewayProcess.run(home, config, GatewayProcess.freePort());
  }

  /** The last events, oldest first. */
  List<JsonObject> events(int last) throws IOException, InterruptedException {
    return gateway
        .kt("events", "tail", "--last", String.valueOf(last), "--format", "json")
        .lines()
        .map(Deployment::object)
        .toList();
  }

  private static JsonObject object(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }

  @Override
  public void close() {
    gateway.close();
    provider.close();
  }
}
