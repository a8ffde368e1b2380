package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.it.GatewayProcess;
import com.keeptrusts.gateway.it.server.DeployedGateway;
import com.keeptrusts.gateway.it.server.ServerVitals;
import com.keeptrusts.gateway.it.server.ServletServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** An operator brings newer versions while people work. */
class RedeployIT extends Contract {
  private static final int REDEPLOYS = Integer.getInteger("keeptrusts.redeploys", 10);
  private static final int CLIENTS = 3;
  private static final int SLACK = 12;

  /** The one that serves, and what a server remembers for a minute: WildFly does, of two. */
  private static final int KEPT = 3;

  private static final long LONG_IDLE = TimeUnit.SECONDS.toNanos(180);

  @Test
  void war_redeployedTenTimesUnderLoad_leavesNothingBehind() throws Exception {
    assumeFalse(standsAlone(), "the executable has nothing to redeploy into");
    ServletServer server = DeployedGateway.current().server();
    ServerVitals vitals = new ServerVitals(server);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    List<Future<Integer>> passed = new ArrayList<>();
    try (RunningGateway gateway = deployed(OneTeam.GROUPS)) {
      for (int i = 0; i < CLIENTS; i++) {
        boolean streams = i % 2 == 0;
        passed.add(clients.submit(() -> keepAsking(gateway, streams, over)));
      }
      redeploy(server, 1);
      List<String> threads = vitals.threads();
      long files = vitals.openFiles();
      redeploy(server, REDEPLOYS - 1);
      over.set(true);
      for (Future<Integer> each : passed) {
        assertThat(each.get()).as("answers while others redeployed").isPositive();
      }
      assertThat(gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO).statusCode())
          .isEqualTo(200);
      // A connection that idles keeps what it served last, until its server closes it.
      long start = System.nanoTime();
      int gateways = vitals.gateways();
      long classLoaders = vitals.classLoaders();
      while (Math.max(gateways, classLoaders) > KEPT && System.nanoTime() - start < LONG_IDLE) {
        gateways = vitals.gateways();
        classLoaders = vitals.classLoaders();
      }
      List<String> after = vitals.threads();
      System.out.printf(
          "threads %d -> %d, open files %d -> %d, class loaders %d, gateways %d%n",
          threads.size(), after.size(), files, vitals.openFiles(), classLoaders, gateways);
      assertThat(gateways).as("gateways on the heap").isLessThanOrEqualTo(KEPT);
      assertThat(classLoaders).isLessThanOrEqualTo(KEPT);
      assertThat(after.size()).as("%s", after).isLessThan(threads.size() + SLACK);
      assertThat(vitals.openFiles()).isLessThan(files + SLACK);
      assertThat(server.log().lines())
          .filteredOn(line -> line.contains("memory leak"))
          // Tomcat's own thread, when its round comes just then.
          .allMatch(line -> line.contains("Catalina-utility"));
    } finally {
      over.set(true);
      clients.shutdownNow();
    }
  }

  @Test
  void war_replacedInItsPlace_findsWhatTheOldOneLeft() throws Exception {
    DeployedGateway.renew();
    ServletServer server = DeployedGateway.current().server();
    try (RunningGateway gateway = deployed(OneTeam.GROUPS)) {
      assertThat(gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO).statusCode())
          .isEqualTo(200);
      int logged = server.log().length();
      server.replace(GatewayProcess.war(), "gateway");
      assertThat(server.log().substring(logged)).doesNotContain("serves nothing");
      assertThat(gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO).statusCode())
          .isEqualTo(200);
      assertThat(gateway.events(10)).hasSize(2);
    }
  }

  private static void redeploy(ServletServer server, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      server.undeploy("gateway");
      server.deploy(GatewayProcess.war(), "gateway");
    }
  }

  /** Asks until it is told to stop; what fails between two versions is asked again. */
  private static int keepAsking(RunningGateway gateway, boolean streams, AtomicBoolean over) {
    int answers = 0;
    while (!over.get()) {
      try (RawConnection connection = new RawConnection(gateway)) {
        String body = streams ? OneTeam.STREAM : OneTeam.HELLO;
        connection.send(RawConnection.post(OneTeam.CHAT, OneTeam.KEY, body, "Connection: close"));
        answers += connection.head().status() == 200 ? 1 : 0;
        connection.bytesToTheEnd();
      } catch (IOException gone) {
        Thread.onSpinWait();
      }
    }
    return answers;
  }
}
