package com.keeptrusts.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.quickstart.MockBehaviour;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are written on threads that read for everybody; they must not wait for a client. */
class DeafClientTest {
  private static final int SMALL_WINDOW = 4096;
  private static final String GOOD = RawConnection.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO);

  @TempDir Path folder;

  @Test
  void client_thatNeverReadsItsRefusals_keepsNobodyWaiting() throws Exception {
    String malformed = RawConnection.post(OneTeam.CHAT, OneTeam.KEY, "{\"model\": 1}");
    try (RunningGateway gateway = RunningGateway.start(folder, OneTeam.GROUPS)) {
      assertNobodyWaits(gateway, malformed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"size=1k", "size=9k", "size=20k", "size=30k", "size=40k", "size=100k"})
  void client_thatNeverReadsItsAnswers_keepsNobodyWaiting(String behaviour) throws Exception {
    String large =
        RawConnection.post(
            OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO.replace("gpt-4o-mini", "large"));
    try (RunningGateway gateway = RunningGateway.start(folder, OneTeam.GROUPS)) {
      gateway.provider().behave("large", MockBehaviour.parse(behaviour));
      assertNobodyWaits(gateway, large);
    }
  }

  private static void assertNobodyWaits(RunningGateway gateway, String request) throws Exception {
    AtomicInteger sent = new AtomicInteger();
    Thread talker;
    try (RawConnection deaf = new RawConnection(gateway, SMALL_WINDOW);
        RawConnection other = new RawConnection(gateway)) {
      talker = new Thread(() -> talk(deaf, request.repeat(100), sent));
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

  private static void talk(RawConnection deaf, String requests, AtomicInteger sent) {
    try {
      while (true) {
        deaf.send(requests);
        sent.incrementAndGet();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }
}
