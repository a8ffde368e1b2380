package com.keeptrusts.gateway.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.keeptrusts.gateway.it.GatewayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** WildFly, started by its script and deployed to through its folder. */
final class WildFly implements ServletServer {
  private static final String REALM = "ApplicationRealm";
  private static final String LOGIN =
      "<jboss-web><security-domain>keeptrusts</security-domain></jboss-web>\n";
  private static final String DOMAIN =
      "/subsystem=undertow/application-security-domain=keeptrusts:add("
          + "http-authentication-factory=application-http-authentication,"
          + "override-deployment-config=true)";
  private static final String OVERLAY =
      "deployment-overlay add --name=%s-login --content=/WEB-INF/jboss-web.xml=%s"
          + " --deployments=%s.war --redeploy-affected";

  private final Path home;
  private final Workplace place;
  private final int management;
  private ServerProcess process;

  WildFly(Path home, Workplace place) throws IOException {
    this.home = home;
    this.place = place;
    this.management = GatewayProcess.freePort();
    place.copy(home.resolve("standalone/configuration"), "configuration");
    Files.createDirectories(deployments());
    // By marker only: the scanner must not come upon a file that is half copied, and deploy it
    // twice.
    place.edit(
        "configuration/standalone.xml",
        "scan-interval=\"5000\"",
        "scan-interval=\"300\" auto-deploy-zipped=\"false\"");
    addUsers();
  }

  /** As {@code add-user.sh} writes them. */
  private void addUsers() throws IOException {
    StringBuilder users = new StringBuilder("#$REALM_NAME=" + REALM + "$\n");
    StringBuilder roles = new StringBuilder();
    for (LoginUser user : LoginUser.values()) {
      users.append(user.id() + "=" + hash(user) + "\n");
      roles.append(user.id() + "=" + user.role() + "\n");
    }
    Path configuration = place.base().resolve("configuration");
    Files.writeString(configuration.resolve("application-users.properties"), users);
    Files.writeString(configuration.resolve("application-roles.properties"), roles);
  }

  private static String hash(LoginUser user) {
    String text = user.id() + ":" + REALM + ":" + user.password();
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Path deployments() {
    return place.base().resolve("deployments");
  }

  @Override
  public void start() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("sh", home.resolve("bin/standalone.sh").toString()));
    command.add("-Djboss.server.base.dir=" + place.base());
    command.add("-Djboss.http.port=" + place.port());
    command.add("-Djboss.https.port=" + GatewayProcess.freePort());
    command.add("-Djboss.management.http.port=" + management);
    place.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
    Map<String, String> environment = new HashMap<>(place.environment());
    environment.put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    process = ServerProcess.start(command, environment, place.base(), place.log());
    process.awaitLog("WFLYSRV0025", 0);
  }

  @Override
  public void stop() throws IOException, InterruptedException {
    process.stop();
  }

  @Override
  public void deploy(Path war, String name) throws IOException, InterruptedException {
    Files.copy(war, deployments().resolve(name + ".war"));
    Files.createFile(marker(name, "dodeploy"));
    Waiting.until(
        "the deployment",
        () -> Files.exists(marker(name, "deployed")) || Files.exists(marker(name, "failed")),
        process);
    if (Files.exists(marker(name, "failed"))) {
      throw new IOException(Files.readString(marker(name, "failed")) + log());
    }
    Waiting.untilAlive(url(name), process);
  }

  @Override
  public void deployWithLogin(Path war, String name) throws IOException, InterruptedException {
    Path overlay = Files.writeString(place.base().resolve(name + "-jboss-web.xml"), LOGIN);
    cli(DOMAIN, OVERLAY.formatted(name, overlay, name));
    deploy(war, name);
  }

  private void cli(String... commands) throws IOException, InterruptedException {
    Path script = Files.write(place.base().resolve("commands.cli"), List.of(commands));
    ServerProcess cli =
        ServerProcess.start(
            List.of(
                "sh",
                home.resolve("bin/jboss-cli.sh").toString(),
                "--connect",
                "--controller=127.0.0.1:" + management,
                "--file=" + script),
            Map.of("JAVA_HOME", System.getProperty("java.home")),
            place.base(),
            place.base().resolve("cli.log"));
    if (cli.awaitEnd() != 0) {
      throw new IOException(cli.log());
    }
  }

  @Override
  public void replace(Path war, String name) throws IOException, InterruptedException {
    int logged = place.logged();
    Files.copy(war, deployments().resolve(name + ".war"), StandardCopyOption.REPLACE_EXISTING);
    Files.createFile(marker(name, "dodeploy"));
    process.awaitLog("the gateway at '/" + name + "'", logged);
    Waiting.untilAlive(url(name), process);
  }

  @Override
  public void undeploy(String name) throws IOException, InterruptedException {
    Files.delete(marker(name, "deployed"));
    Waiting.until("the undeployment", () -> Files.exists(marker(name, "undeployed")), process);
    Files.delete(deployments().resolve(name + ".war"));
    Files.delete(marker(name, "undeployed"));
  }

  private Path marker(String name, String state) {
    return deployments().resolve(name + ".war." + state);
  }

  @Override
  public String url(String name) {
    return "http://127.0.0.1:" + place.port() + "/" + name;
  }

  @Override
  public String log() throws IOException {
    return process.log();
  }

  @Override
  public ProcessHandle process() {
    return process.java();
  }
}
