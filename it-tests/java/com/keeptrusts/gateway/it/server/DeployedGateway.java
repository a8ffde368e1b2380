package com.keeptrusts.gateway.it.server;

import com.keeptrusts.gateway.it.GatewayProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/** The gateway that the contract suite speaks to, in whichever server it runs. */
public final class DeployedGateway {
  /** Opens its admin API. */
  public static final String ADMIN_KEY = "kt_admin_contract";

  private static final AtomicReference<DeployedGateway> CURRENT = new AtomicReference<>();
  private static final int READY = 200;

  private final ServletServer server;
  private final Workplace place;
  private final String name;
  private final String deploymentLog;

  private DeployedGateway(
      ServletServer server, Workplace place, String name, String deploymentLog) {
    this.server = server;
    this.place = place;
    this.name = name;
    this.deploymentLog = deploymentLog;
  }

  /** The one that Arquillian has deployed. */
  public static DeployedGateway current() {
    DeployedGateway deployed = CURRENT.get();
    if (deployed == null) {
      throw new IllegalStateException("nothing is deployed: extend Contract");
    }
    return deployed;
  }

  static boolean isThere() {
    return CURRENT.get() != null;
  }

  static void deploy(ServletServer server, Workplace place, String name)
      throws IOException, InterruptedException {
    place.forget();
    int logged = place.logged();
    server.deploy(GatewayProcess.war(), name);
    if (Waiting.status(server.url(name) + "/readyz") != READY) {
      throw new IOException("not ready; the log:\n" + server.log());
    }
    CURRENT.set(new DeployedGateway(server, place, name, server.log().substring(logged)));
  }

  /** Takes away what is there, if anything is. */
  static void undeploy() throws IOException, InterruptedException {
    DeployedGateway deployed = CURRENT.getAndSet(null);
    if (deployed != null) {
      deployed.server.undeploy(deployed.name);
    }
  }

  /** Deploys it anew, with nothing used and nothing recorded. */
  public static void renew() throws IOException, InterruptedException {
    DeployedGateway before = current();
    undeploy();
    deploy(before.server, before.place, before.name);
  }

  /** With the context path, as in {@code http://localhost:8080/gateway}. */
  public String url() {
    return server.url(name);
  }

  /** The configuration file that it was started with. */
  public Path config() {
    return place.config();
  }

  /** What it runs in. */
  public ServletServer server() {
    return server;
  }

  /** What the server logged while it was deployed. */
  public String deploymentLog() {
    return deploymentLog;
  }
}
