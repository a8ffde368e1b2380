package com.keeptrusts.gateway.it.server;

import com.keeptrusts.gateway.it.GatewayProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The WAR that runs by itself: one container more. */
final class ExecutableWar implements ServletServer {
  private final Workplace place;
  private ServerProcess process;

  ExecutableWar(Workplace place) {
    this.place = place;
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public void deploy(Path war, String name) throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(place.environment());
    environment.put("XDG_CACHE_HOME", war.resolveSibling("it-cache").toString());
    environment.put("KT_HOME", place.state().toString());
    process =
        ServerProcess.start(
            List.of(
                GatewayProcess.java(),
                "-jar",
                war.toString(),
                "gateway",
                "run",
                "--policy-config",
                place.config().toString(),
                "--port",
                String.valueOf(place.port())),
            environment,
            place.base(),
            place.log());
    Waiting.untilAlive(url(name), process);
  }

  @Override
  public void deployWithLogin(Path war, String name) {
    throw new UnsupportedOperationException("the executable has no login of its own");
  }

  @Override
  public void replace(Path war, String name) throws IOException, InterruptedException {
    undeploy(name);
    deploy(war, name);
  }

  @Override
  public void undeploy(String name) throws IOException, InterruptedException {
    process.stop();
  }

  @Override
  public String url(String name) {
    return "http://127.0.0.1:" + place.port();
  }

  @Override
  public boolean isOurOwn() {
    return true;
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
