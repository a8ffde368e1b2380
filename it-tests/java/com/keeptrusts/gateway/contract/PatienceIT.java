package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.ScriptedProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Clients that take their time hold no thread: there are more of them than any server has. */
class PatienceIT extends Contract {
  private static final int SLOW_SENDERS = 400;
  private static final int NEVER_READERS = 64;
  private static final int OTHERS = 100;
  private static final String HEAD =
      "POST %s HTTP/1.1\r\nHost: g\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
          + "Content-Length: 5000\r\n\r\n{";

  @Test
  void clients_thatSendAByteASecondOrNeverRead_delayNobodyElse() throws Exception {
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    List<RawConnection> slow = new ArrayList<>();
    CountDownLatch begun = new CountDownLatch(NEVER_READERS);
    CountDownLatch ended = new CountDownLatch(NEVER_READERS);
    try (ScriptedProvider endless = new ScriptedProvider((socket, out) -> pour(out, begun, ended));
        RunningGateway gateway = deployed(targets(endless), OneTeam.GROUPS)) {
      long[] alone = ask(gateway);
      for (int i = 0; i < SLOW_SENDERS; i++) {
        RawConnection connection = new RawConnection(gateway);
        slow.add(connection.send(HEAD.formatted(OneTeam.CHAT, OneTeam.KEY)));
      }
      var unused = clock.scheduleAtFixedRate(() -> sendOneByteEach(slow), 1, 1, TimeUnit.SECONDS);
      long[] besideSenders = ask(gateway);
      List<RawConnection> idle = neverRead(gateway);
      assertThat(begun.await(60, TimeUnit.SECONDS)).as("left: %s", begun).isTrue();
      long[] besideBoth = ask(gateway);
      assertThat(ended.getCount()).as("streams that wait").isEqualTo(NEVER_READERS);
      System.out.printf(
          "median/p90 in us: alone %s, beside %d slow bodies %s, and %d that never read %s%n",
          told(alone), SLOW_SENDERS, told(besideSenders), NEVER_READERS, told(besideBoth));
      for (RawConnection connection : idle) {
        connection.reset();
      }
      assertThat(ended.await(60, TimeUnit.SECONDS)).as("left: %s", ended).isTrue();
    } finally {
      clock.shutdownNow();
      for (RawConnection connection : slow) {
        connection.reset();
      }
    }
  }

  private static void sendOneByteEach(List<RawConnection> slow) {
    for (RawConnection connection : slow) {
      try {
        connection.send(" ");
      } catch (IOException gone) {
        return;
      }
    }
  }

  private static String targets(ScriptedProvider endless) {
    String patient = "timeouts: {connect: 20s, first_byte: 60s, idle: 60s}";
    return OneTeam.target("endless", endless.baseUrl(), "models: [endless]")
            .replaceFirst("timeouts: .*", patient)
        + OneTeam.target("mock", "PROVIDER").replaceFirst("timeouts: .*", patient);
  }

  private static List<RawConnection> neverRead(RunningGateway gateway) throws Exception {
    List<RawConnection> idle = new ArrayList<>();
    String body = OneTeam.STREAM.replace("gpt-4o-mini", "endless");
    for (int i = 0; i < NEVER_READERS; i++) {
      RawConnection connection = new RawConnection(gateway, 4096);
      idle.add(connection.send(RawConnection.post(OneTeam.CHAT, OneTeam.KEY, body)));
    }
    return idle;
  }

  /** Writes events until the gateway goes away. */
  private static void pour(OutputStream out, CountDownLatch begun, CountDownLatch ended)
      throws IOException {
    String event =
        "data: {\"choices\":[{\"delta\":{\"content\":\"" + "x".repeat(4000) + "\"}}]}\n\n";
    String chunk = Integer.toHexString(event.length()) + "\r\n" + event + "\r\n";
    byte[] bytes = chunk.getBytes(StandardCharsets.US_ASCII);
    begun.countDown();
    try {
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write(bytes);
      }
    } finally {
      ended.countDown();
    }
  }

  /** Each request on a connection of its own, so that a server without threads would be seen. */
  private static long[] ask(RunningGateway gateway) throws Exception {
    long[] micros = new long[OTHERS];
    for (int i = 0; i < OTHERS; i++) {
      long start = System.nanoTime();
      try (RawConnection connection = new RawConnection(gateway)) {
        connection.send(RawConnection.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO));
        assertThat(connection.answer().status()).isEqualTo(200);
      }
      micros[i] = (System.nanoTime() - start) / 1_000;
    }
    Arrays.sort(micros);
    return micros;
  }

  private static String told(long[] micros) {
    return micros[OTHERS / 2] + "/" + micros[OTHERS * 9 / 10];
  }
}
