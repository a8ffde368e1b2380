package com.keeptrusts.gateway.bench.subject;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The gateway as the README runs it, with one of the configurations in {@code bench/config}. */
public final class GatewaySubject implements Subject {
  static final List<String> NAMES = List.of("bare", "governed", "pii");
  static final String ADMIN_KEY = "bench-admin-key";
  private static final String CLIENT_KEY = "kt_cg_bench_0123456789abcdef";

  private final Workshop workshop;
  private final String name;
  private final String configuration;
  private final List<String> launcher;

  private GatewaySubject(
      Workshop workshop, String name, String configuration, List<String> launcher) {
    this.workshop = workshop;
    this.name = name;
    this.configuration = configuration;
    this.launcher = launcher;
  }

  /** By {@code ./kt}. */
  static GatewaySubject byScript(Workshop workshop, String configuration) {
    return new GatewaySubject(
        workshop,
        configuration,
        configuration,
        List.of(workshop.project().resolve("kt").toString()));
  }

  /** By {@code java -jar}, without the options that the script adds. */
  static GatewaySubject byJar(Workshop workshop, String configuration) {
    return new GatewaySubject(
        workshop,
        configuration + "-jar",
        configuration,
        workshop.jar(workshop.project().resolve("target/keeptrusts-gateway.war")));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() throws IOException, InterruptedException {
    Path project = workshop.project();
    return Programs.say("git", "-C", project.toString(), "rev-parse", "--short", "HEAD");
  }

  @Override
  public RunningSubject start(URI provider) throws IOException, InterruptedException {
    Port port = Port.free();
    Path folder = Files.createDirectories(workshop.folder().resolve("gateway-" + name));
    Path data = Files.createTempDirectory(folder, "data-");
    Path config = config(provider, folder);
    ServerProcess process =
        ServerProcess.start(folder, environment(data), command(config, data, port));
    Dialect dialect = Dialect.openAi(CLIENT_KEY);
    return port.awaitAnswer(name, process, dialect);
  }

  private Path config(URI provider, Path folder) throws IOException {
    String text =
        Files.readString(workshop.bench("config/" + configuration + ".yaml"))
            .replace("@PROVIDER@", provider.toString())
            .replace("@KEY@", CLIENT_KEY);
    return Files.writeString(folder.resolve("policy-config.yaml"), text);
  }

  private Map<String, String> environment(Path data) {
    return Map.of(
        "OPENAI_API_KEY",
        FakeProvider.KEY,
        "KT_ADMIN_KEY",
        ADMIN_KEY,
        "KT_HOME",
        data.toString(),
        "XDG_CACHE_HOME",
        workshop.folder().resolve("cache").toString());
  }

  private List<String> command(Path config, Path data, Port port) {
    List<String> command = new ArrayList<>(launcher);
    command.addAll(List.of("gateway", "run", "--policy-config", config.toString()));
    command.addAll(List.of("--listen", "127.0.0.1:" + port.number()));
    command.addAll(List.of("--data-dir", data.toString()));
    return command;
  }
}
