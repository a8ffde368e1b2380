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

  private final Path home;
  private final Workplace place;
  private ServerProcess process;

  Jetty(Path home, Workplace place) throws IOException {
    this.home = home;
    this.place = place;
    Files.createDirectories(place.base().resolve("webapps"));
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
    Path copy = Files.copy(war, place.base().resolve(name + ".copy"));
    Files.move(copy, deployed(name), StandardCopyOption.ATOMIC_MOVE);
    Waiting.until("life", () -> Waiting.status(url(name) + "/healthz") == 200, process);
  }

  @Override
  public void undeploy(String name) throws IOException, InterruptedException {
    int logged = log().length();
    Files.delete(deployed(name));
    process.awaitLog("Stopped oeje10w.WebAppContext", logged);
  }

  private Path deployed(String name) {
    return place.base().resolve("webapps").resolve(name + ".war");
  }

  @Override
  public String url(String name) {
    return "http://127.0.0.1:" + place.port() + "/" + name;
  }

  @Override
  public boolean isOurOwn() {
    return false;
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
