package com.keeptrusts.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.quickstart.MockBehaviour;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More calls at once than Jetty's servlet allows by itself, which is 256. */
class ManyCallsTest {
  private static final int CALLS = 400;

  @TempDir Path folder;

  @Test
  void provider_askedByManyAtOnce_hearsThemAll() throws Exception {
    List<RawConnection> clients = new ArrayList<>();
    try (RunningGateway gateway = RunningGateway.start(folder, OneTeam.GROUPS)) {
      gateway.provider().behave(MockBehaviour.GOOD.firstByteAfter(Duration.ofSeconds(30)));
      for (int i = 0; i < CALLS; i++) {
        String request = RawConnection.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO);
        clients.add(new RawConnection(gateway).send(request));
      }
      assertThat(gateway.provider().awaitReceived(CALLS, Duration.ofSeconds(20))).isTrue();
    } finally {
      for (RawConnection client : clients) {
        client.close();
      }
    }
  }
}
