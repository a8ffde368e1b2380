package com.keeptrusts.gateway.it.server;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The gateway that the contract suite speaks to, in whichever server it runs.
 *
 * @param url with the context path, as in {@code http://localhost:8080/gateway}
 * @param config the configuration file that it was started with
 * @param server what it runs in
 * @param deploymentLog what the server logged while it was deployed
 */
public record DeployedGateway(String url, Path config, ServletServer server, String deploymentLog) {
  /** Opens its admin API. */
  public static final String ADMIN_KEY = "kt_admin_contract";

  private static final AtomicReference<DeployedGateway> CURRENT = new AtomicReference<>();

  /** The one that Arquillian has deployed. */
  public static DeployedGateway current() {
    DeployedGateway deployed = CURRENT.get();
    if (deployed == null) {
      throw new IllegalStateException("nothing is deployed: extend Contract");
    }
    return deployed;
  }

  static void set(DeployedGateway deployed) {
    CURRENT.set(deployed);
  }

  static void clear() {
    CURRENT.set(null);
  }
}
