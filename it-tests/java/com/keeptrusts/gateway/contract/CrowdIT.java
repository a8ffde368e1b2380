package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.it.server.DeployedGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A limit holds exactly, however many come at once. */
class CrowdIT extends Contract {
  private static final int CLIENTS = 200;

  @BeforeAll
  static void renew() throws Exception {
    DeployedGateway.renew();
  }

  @Test
  void group_askedByACrowdAtOnce_getsItsLimitExactly() throws Exception {
    String groups = OneTeam.GROUPS + "    rate_limits: {requests_per_minute: 50}\n";
    ExecutorService crowd = Executors.newFixedThreadPool(CLIENTS);
    try (RunningGateway gateway = deployed(groups)) {
      CountDownLatch ready = new CountDownLatch(CLIENTS);
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        answers.add(crowd.submit(() -> status(gateway, ready)));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(50);
      assertThat(statuses).filteredOn(status -> status == 429).hasSize(CLIENTS - 50);
      assertThat(gateway.provider().receivedCount()).isEqualTo(50);
      assertThat(gateway.events(1000)).hasSize(CLIENTS);
    } finally {
      crowd.shutdownNow();
    }
  }

  private static int status(RunningGateway gateway, CountDownLatch ready) throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      ready.countDown();
      ready.await();
      connection.send(RawConnection.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO));
      return connection.answer().status();
    }
  }
}
