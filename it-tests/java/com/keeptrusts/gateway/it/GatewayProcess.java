package com.keeptrusts.gateway.it;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built WAR as a process of its own, started as a user starts it. */
public final class GatewayProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final Path home;
  private final int port;
  private final Path log;

  private GatewayProcess(Process process, Path home, int port, Path log) {
    this.process = process;
    this.home = home;
    this.port = port;
    this.log = log;
  }

  /** The WAR that the build has made. */
  public static Path war() {
    return Path.of(System.getProperty("keeptrusts.war", "target/keeptrusts-gateway.war"))
        .toAbsolutePath();
  }

  /** The java that runs these tests. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** A port that nobody listens on at this moment. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Runs {@code kt gateway run} and waits until it serves. */
  public static GatewayProcess run(Path home, Path config, int port, String... more)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-jar",
                war().toString(),
                "gateway",
                "run",
                "--policy-config",
                config.toString(),
                "--port",
                String.valueOf(port)));
    command.addAll(List.of(more));
    Path log = Files.createTempFile(home, "gateway-", ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment(home));
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    GatewayProcess gateway = new GatewayProcess(process, home, port, log);
    gateway.awaitReady();
    return gateway;
  }

  /** Runs another {@code kt} command against this gateway's home and returns what it printed. */
  public String kt(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java(), "-jar", war().toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment(home));
    Process kt = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(kt.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    kt.waitFor();
    return out;
  }

  private static Map<String, String> environment(Path home) {
    return Map.of(
        "KT_HOME", home.toString(),
        "OPENAI_API_KEY", "sk-mock",
        "XDG_CACHE_HOME", war().resolveSibling("it-cache").toString());
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (isReady()) {
        return;
      }
      if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    process.destroyForcibly();
    throw new IOException("the gateway did not start:\n" + log());
  }

  private boolean isReady() {
    try {
      URI ready = URI.create(url() + "/readyz");
      return ((java.net.HttpURLConnection) ready.toURL().openConnection()).getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** As in {@code http://localhost:41002}. */
  public String url() {
    return "http://localhost:" + port;
  }

  /** The process. */
  public Process process() {
    return process;
  }

  /** What it printed. */
  public String log() throws IOException {
    return Files.readString(log);
  }

  /** As {@code kill -9}. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
