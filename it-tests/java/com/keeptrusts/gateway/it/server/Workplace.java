package com.keeptrusts.gateway.it.server;

import com.keeptrusts.gateway.it.GatewayProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A server's own folder for one run of the suite, and the port that it listens on.
 *
 * @param base made anew
 */
record Workplace(Path base, int port) {
  private static final String FIRST_CONFIG =
      """
      version: '1'
      providers:
        targets:
          - {id: none, provider: openai, base_url: 'http://127.0.0.1:9/v1'}
      consumer_groups:
        - {name: nobody, api_key: kt_cg_nobody_0123456789}
      """;

  static Workplace fresh(String name) throws IOException {
    Path base = GatewayProcess.war().resolveSibling("it").resolve(name);
    delete(base);
    Files.createDirectories(base);
    Workplace place = new Workplace(base, GatewayProcess.freePort());
    place.forget();
    return place;
  }

  /** What the server's log goes to. */
  Path log() {
    return base.resolve("server.log");
  }

  /** How long the server's log is by now. */
  int logged() throws IOException {
    return Files.exists(log()) ? Files.readString(log()).length() : 0;
  }

  Path config() {
    return base.resolve("policy-config.yaml");
  }

  /** Where the gateway keeps its events; each class of the suite begins with none. */
  Path state() {
    return base.resolve("state");
  }

  /** As an operator sets it: the configuration by property, the secrets by environment. */
  Map<String, String> properties() {
    return Map.of(
        "keeptrusts.policyConfig", config().toString(), "keeptrusts.home", state().toString());
  }

  Map<String, String> environment() {
    return Map.of(
        "MOCK_KEY", "sk-mock-MOCK_KEY",
        "KT_ADMIN_KEY", DeployedGateway.ADMIN_KEY,
        // What only soft references hold is no leak; with this a collection takes it.
        "JAVA_TOOL_OPTIONS", "-XX:SoftRefLRUPolicyMSPerMB=0");
  }

  /** Copies a folder of the distribution, since the distribution itself stays as it is. */
  void copy(Path from, String to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = base.resolve(to).resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  /** Changes one text of a configuration file, which has to be there. */
  void edit(String name, String from, String to) {
    try {
      Path file = base.resolve(name);
      String text = Files.readString(file);
      if (!text.contains(from)) {
        throw new IllegalStateException(name + " has no " + from);
      }
      Files.writeString(file, text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing is recorded, and the configuration is one that nothing can be said against. */
  void forget() throws IOException {
    delete(state());
    Files.writeString(config(), FIRST_CONFIG);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
