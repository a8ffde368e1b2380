package com.keeptrusts.gateway.it.server;

import com.keeptrusts.gateway.it.GatewayProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keycloak as an identity provider, with the realm {@code acme} of the test resources. It is
 * started without its build step, which takes four times as long as the start itself: the
 * distribution comes built for its defaults, and those have the H2 database that is wanted here.
 */
public final class Keycloak {
  private static final String REALM = "acme-realm.json";
  private static final String DATABASE =
      "jdbc:h2:mem:keycloak;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1";

  private final Path folder;
  private final int port = GatewayProcess.freePort();
  private ServerProcess process;

  /**
   * Starts nothing yet, but knows its port.
   *
   * @param folder an empty one for its data, so that the distribution stays as it is
   */
  public Keycloak(Path folder) throws IOException {
    this.folder = folder;
  }

  /** Begins to start. */
  public void launch() throws IOException {
    Path realms = Files.createDirectories(folder.resolve("data/import"));
    try (InputStream realm = Keycloak.class.getResourceAsStream("/keycloak/" + REALM)) {
      Files.copy(realm, realms.resolve(REALM));
    }
    Map<String, String> environment = new HashMap<>();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JAVA_OPTS", "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
    process = ServerProcess.start(command(), environment, folder, folder.resolve("keycloak.log"));
  }

  private List<String> command() {
    return List.of(
        "sh",
        home().resolve("bin/kc.sh").toString(),
        "-Dkc.config.built=true",
        "-Dkc.home.dir=" + folder,
        "start",
        "--import-realm",
        "--http-enabled=true",
        "--http-host=127.0.0.1",
        "--http-port=" + port,
        "--hostname-strict=false",
        "--cache=local",
        "--db-url=" + DATABASE);
  }

  private static Path home() {
    return GatewayProcess.war()
        .resolveSibling("servers/keycloak-" + System.getProperty("keycloak.version"));
  }

  /** Waits until it gives tokens. */
  public void awaitStart() throws IOException, InterruptedException {
    Waiting.until(
        "the realm",
        () -> Waiting.status(issuer() + "/.well-known/openid-configuration") == 200,
        process);
  }

  /** As in {@code http://127.0.0.1:41003}. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Of the realm {@code acme}. */
  public String issuer() {
    return url() + "/realms/acme";
  }

  /** Stops it; its realm and keys are gone then. */
  public void stop() throws IOException, InterruptedException {
    if (process != null) {
      process.stop();
    }
  }
}
