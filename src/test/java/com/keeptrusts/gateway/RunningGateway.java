package com.keeptrusts.gateway;

import com.keeptrusts.gateway.admin.AdminKeys;
import com.keeptrusts.gateway.config.ActiveConfig;
import com.keeptrusts.gateway.config.ConfigReader;
import com.keeptrusts.gateway.config.ConfigResult;
import com.keeptrusts.gateway.config.LintReport;
import com.keeptrusts.gateway.policy.PolicyRegistry;
import com.keeptrusts.gateway.quickstart.MockProvider;
import com.keeptrusts.gateway.server.StandaloneGateway;
import com.keeptrusts.gateway.store.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A whole gateway in front of the mock provider: in this process on a free port, or one that a
 * server runs.
 */
public final class RunningGateway implements AutoCloseable {
  /** Opens the admin API. */
  public static final String ADMIN_KEY = "kt_admin_test";

  /** The mock as the only target; {@code PROVIDER} stands for its address. */
  public static final String TARGET =
      """
          - id: mock
            provider: openai
            base_url: PROVIDER
            secret_key_ref: {env: MOCK_KEY}
            timeouts: {connect: 2s, first_byte: 5s, idle: 5s}
      """;

  private final MockProvider provider;
  private final String targets;
  private final Path file;
  private final String url;
  private final AutoCloseable server;
  private final String adminKey;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningGateway(
      MockProvider provider,
      String targets,
      Path file,
      String url,
      AutoCloseable server,
      String adminKey) {
    this.provider = provider;
    this.targets = targets;
    this.file = file;
    this.url = url;
    this.server = server;
    this.adminKey = adminKey;
  }

  /**
   * Starts one.
   *
   * @param groups the YAML from {@code consumer_groups:} on; the target is the mock
   */
  public static RunningGateway start(Path folder, String groups) {
    return start(folder, TARGET, groups);
  }

  /**
   * Starts one with other targets.
   *
   * @param targets the YAML of the list's items, indented by four; {@code PROVIDER} in it is the
   *     mock's address
   */
  public static RunningGateway start(Path folder, String targets, String groups) {
    try {
      MockProvider provider = MockProvider.start(0);
      Path file = folder.resolve("policy-config.yaml");
      Files.writeString(file, config(provider.baseUrl(), targets, groups));
      ConfigReader reader =
          new ConfigReader(
              new PolicyRegistry(System::nanoTime),
              name -> Optional.of("sk-mock-" + name),
              InstantSource.system());
      ConfigResult read = reader.read(file);
      if (!(read instanceof ConfigResult.Loaded loaded)) {
        throw new IllegalArgumentException(LintReport.of(read).text());
      }
      Gateway gateway =
          Gateway.open(
              new ActiveConfig(reader, file, loaded),
              DataFolder.open(folder.resolve("state")),
              new AdminKeys(Optional.of(ADMIN_KEY), Optional.empty()));
      StandaloneGateway server =
          StandaloneGateway.start(
              gateway, new StandaloneGateway.Address("127.0.0.1", 0), Optional.empty());
      return new RunningGateway(provider, targets, file, server.url(), server, ADMIN_KEY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives a gateway that runs already another configuration, with a mock provider of its own.
   *
   * @param url with the context path
   * @param file its configuration file
   * @param adminKey what opens its admin API
   */
  public static RunningGateway configure(
      String url, Path file, String adminKey, String targets, String groups) {
    try {
      MockProvider provider = MockProvider.start(0);
      RunningGateway gateway = new RunningGateway(provider, targets, file, url, () -> {}, adminKey);
      HttpResponse<String> answer = gateway.reload(groups);
      if (answer.statusCode() != 200) {
        throw new IllegalArgumentException(answer.body());
      }
      return gateway;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String config(URI provider, String targets, String groups) {
    return "version: '1'\nproviders:\n  targets:\n"
        + targets.replace("PROVIDER", provider.toString())
        + groups;
  }

  /** The provider behind it. */
  public MockProvider provider() {
    return provider;
  }

  /** As in {@code http://127.0.0.1:41002}, with the context path where there is one. */
  public String url() {
    return url;
  }

  /** As in {@code /gateway}; empty at the root. */
  public String contextPath() {
    return URI.create(url).getPath();
  }

  /** Replaces the groups and reloads; the admin API's answer. */
  public HttpResponse<String> reload(String groups) throws IOException, InterruptedException {
    Files.writeString(file, config(provider.baseUrl(), targets, groups));
    return admin("POST", "/admin/config/reload");
  }

  /** Posts JSON with a group's key. */
  public HttpResponse<String> post(String path, String key, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + key)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Gets with a group's key. */
  public HttpResponse<String> get(String path, String key)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Authorization", "Bearer " + key)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Asks the admin API. */
  public HttpResponse<String> admin(String method, String path)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Authorization", "Bearer " + adminKey)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The last events, oldest first, one JSON object each. */
  public List<String> events(int last) throws IOException, InterruptedException {
    return admin("GET", "/admin/events?last=" + last).body().lines().toList();
  }

  /** The events of one request, of which there should be one. */
  public List<String> eventsOf(HttpResponse<?> answer) throws IOException, InterruptedException {
    return eventsOf(answer.headers().firstValue("x-request-id").orElseThrow());
  }

  /** The events of the request with this id. */
  public List<String> eventsOf(String requestId) throws IOException, InterruptedException {
    return events(1000).stream().filter(event -> event.contains(requestId)).toList();
  }

  /** Where it listens on the loopback address. */
  public int port() {
    return URI.create(url()).getPort();
  }

  @Override
  public void close() throws IOException {
    try {
      server.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
    provider.close();
  }
}
