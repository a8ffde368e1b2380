package com.keeptrusts.gateway.it.server;

import com.keeptrusts.gateway.it.GatewayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Jetty with the modules that its users start with, deployed to by copying. */
final class Jetty implements ServletServer {
  private static final String MODULES = "--add-modules=server,http,ee10-deploy";

  private static final String LOGIN =
      """
      <?xml version="1.0"?>
      <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/configure_10_0.dtd">
      <Configure class="org.eclipse.jetty.ee10.webapp.WebAppContext">
        <Set name="contextPath">/%s</Set>
        <Set name="war">%s</Set>
        <Call class="org.eclipse.jetty.util.resource.ResourceFactory" name="root">
          <Call id="users" name="newResource">
            <Arg><SystemProperty name="jetty.base"/>/users.properties</Arg>
          </Call>
        </Call>
        <Get name="securityHandler">
          <Set name="loginService">
            <New class="org.eclipse.jetty.security.HashLoginService">
              <Arg>gateway</Arg>
              <Arg><Ref refid="users"/></Arg>
            </New>
          </Set>
          <Set name="authenticator">
            <New class="org.eclipse.jetty.security.authentication.BasicAuthenticator"/>
          </Set>
        </Get>
      </Configure>
      """;

  private final Path home;
  private final Workplace place;
  private ServerProcess process;

  Jetty(Path home, Workplace place) throws IOException {
    this.home = home;
    this.place = place;
    Files.createDirectories(webapps());
    StringBuilder users = new StringBuilder();
    for (LoginUser user : LoginUser.values()) {
      users.append("%s: %s,%s\n".formatted(user.id(), user.password(), user.role()));
    }
    Files.writeString(place.base().resolve("users.properties"), users);
  }

  @Override
  public void start() throws IOException, InterruptedException {
    ServerProcess setUp =
        ServerProcess.start(
            List.of(GatewayProcess.java(), "-jar", launcher(), MODULES),
            place.environment(),
            place.base(),
            place.base().resolve("modules.log"));
    setUp.awaitEnd();
    List<String> command = new ArrayList<>();
    command.add(GatewayProcess.java());
    place.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-jar");
    command.add(launcher());
    command.add("jetty.http.port=" + place.port());
    command.add("jetty.deploy.scanInterval=1");
    command.add("jetty.deploy.atomicRedeploy=false");
    process = ServerProcess.start(command, place.environment(), place.base(), place.log());
    process.awaitLog("Started oejs.Server", 0);
  }

  private String launcher() {
    return home.resolve("start.jar").toString();
  }

  @Override
  public void stop() throws IOException, InterruptedException {
    process.stop();
  }

  @Override
  public void deploy(Path war, String name) throws IOException, InterruptedException {
    deployFile(Files.copy(war, place.base().resolve(name + ".war")), name);
  }

  @Override
  public void deployWithLogin(Path war, String name) throws IOException, InterruptedException {
    Path context = place.base().resolve(name + ".xml");
    deployFile(Files.writeString(context, LOGIN.formatted(name, war)), name);
  }

  /** Moves a file that is complete to where Jetty looks. */
  private void deployFile(Path file, String name) throws IOException, InterruptedException {
    Files.move(file, webapps().resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    Waiting.untilAlive(url(name), process);
  }

  @Override
  public void replace(Path war, String name) throws IOException, InterruptedException {
    int logged = place.logged();
    Path copy = Files.copy(war, place.base().resolve(name + ".copy"));
    Files.move(copy, webapps().resolve(name + ".war"), StandardCopyOption.REPLACE_EXISTING);
    process.awaitLog("the gateway at '/" + name + "'", logged);
    Waiting.untilAlive(url(name), process);
  }

  @Override
  public void undeploy(String name) throws IOException, InterruptedException {
    int logged = log().length();
    Files.deleteIfExists(webapps().resolve(name + ".war"));
    Files.deleteIfExists(webapps().resolve(name + ".xml"));
    process.awaitLog("Stopped oeje10w.WebAppContext", logged);
  }

  private Path webapps() {
    return place.base().resolve("webapps");
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
