package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.it.server.DeployedGateway;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What holds wherever the gateway runs. The suite is run once for each server, over one deployment;
 * a class that needs a gateway without a past renews it.
 */
@ArquillianTest
abstract class Contract {
  /** Only a name, which becomes the context path: what is deployed is the WAR, byte for byte. */
  @Deployment(testable = false)
  static WebArchive gateway() {
    return ShrinkWrap.create(WebArchive.class, "gateway.war");
  }

  /** Waits for what the gateway does on a thread of its own, some seconds at most. */
  static void await(Callable<Boolean> holds) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (!holds.call()) {
      assertThat(System.nanoTime()).as("did not happen").isLessThan(deadline);
    }
  }

  /** Whether the gateway is its own server, so that it answers even what is no HTTP. */
  static boolean standsAlone() {
    return DeployedGateway.current().server().isOurOwn();
  }

  /** The deployed gateway with these groups, in front of a mock provider of its own. */
  static RunningGateway deployed(String groups) {
    return deployed(RunningGateway.TARGET, groups);
  }

  /** The deployed gateway with these targets and groups. */
  static RunningGateway deployed(String targets, String groups) {
    DeployedGateway deployed = DeployedGateway.current();
    return RunningGateway.configure(
        deployed.url(), deployed.config(), DeployedGateway.ADMIN_KEY, targets, groups);
  }
}
