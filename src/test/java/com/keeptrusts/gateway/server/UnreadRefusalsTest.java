package com.keeptrusts.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.RunningGateway;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refusals are written on a thread that reads for everybody; it must not wait for a client. */
class UnreadRefusalsTest {
  private static final int SMALL_WINDOW = 4096;
  private static final String MALFORMED =
      RawConnection.post(OneTeam.CHAT, OneTeam.KEY, "{\"model\": 1}").repeat(100);
  private static final String GOOD = RawConnection.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO);

  @TempDir Path folder;

  @Test
  void client_thatNeverReadsItsRefusals_keepsNobodyWaiting() throws Exception {
    AtomicInteger sent = new AtomicInteger();
    Thread talker;
    try (RunningGateway gateway = RunningGateway.start(folder, OneTeam.GROUPS);
        RawConnection deaf = new RawConnection(gateway, SMALL_WINDOW);
        RawConnection other = new RawConnection(gateway)) {
      talker = new Thread(() -> talk(deaf, sent));
      talker.start();
      int before = -1;
      // The gateway stops to read from the deaf one when it cannot write to it.
      while (sent.get() != before) {
        before = sent.get();
        for (int i = 0; i < 200; i++) {
          assertThat(other.send(GOOD).answer().status()).isEqualTo(200);
        }
      }
    }
    talker.join();
    assertThat(sent.get()).isPositive();
  }

  private static void talk(RawConnection deaf, AtomicInteger sent) {
    try {
      while (true) {
        deaf.send(MALFORMED);
        sent.incrementAndGet();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }
}
