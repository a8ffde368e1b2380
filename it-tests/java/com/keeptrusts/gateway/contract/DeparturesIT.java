package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.ScriptedProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that leave, or never read. */
class DeparturesIT extends Contract {
  private static final int IDLE_CLIENTS = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @TempDir static Path folder;
  private static ScriptedProvider endless;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    endless = new ScriptedProvider((socket, out) -> {});
    String patient = "timeouts: {connect: 1s, first_byte: 20s, idle: 20s}";
    gateway =
        deployed(
            folder,
            OneTeam.target("endless", endless.baseUrl(), "models: [endless]")
                    .replaceFirst("timeouts: .*", patient)
                + OneTeam.target("mock", "PROVIDER").replaceFirst("timeouts: .*", patient),
            OneTeam.GROUPS
                + "    rate_limits: {max_concurrent_requests: 1}\n"
                + "  - name: others\n    api_key: kt_cg_others_abc123\n");
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    endless.close();
  }

  @BeforeEach
  void forget() {
    gateway.provider().reset();
  }

  @ParameterizedTest
  @CsvSource({
    "streaming, chunks=2000;gap=20ms, close", "streaming, chunks=2000;gap=20ms, reset",
    "silent, silent-after=3, close", "silent, silent-after=3, reset"
  })
  void client_thatLeavesAStream_endsTheProvidersCallWithinTwoSeconds(
      String provider, String words, String manner) throws Exception {
    RawConnection connection = new RawConnection(gateway);
    connection.send(
        RawConnection.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.STREAM, "x-mock: " + words));
    String requestId = connection.head().first("x-request-id");
    connection.event();
    connection.event();
    long left = System.nanoTime();
    if (manner.equals("reset")) {
      connection.reset();
    } else {
      connection.close();
    }
    assertThat(gateway.provider().awaitDeparture(PATIENCE)).isPresent();
    double seconds = (System.nanoTime() - left) / 1e9;
    System.out.printf("%s provider, client %s: ended after %.3f s%n", provider, manner, seconds);
    assertThat(seconds).isLessThan(2.5);
    assertThat(gateway.provider().awaitIdle(PATIENCE)).isTrue();
    assertThat(gateway.eventsOf(requestId))
        .singleElement()
        .asString()
        .contains("\"ended_by\":\"client\"", "\"source\":\"estimated\"", "\"http_status\":200")
        .contains("\"prompt_tokens\":6")
        .doesNotContain("\"completion_tokens\":0,", "\"completion_tokens\":500");
    assertThat(gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO).statusCode()).isEqualTo(200);
  }

  @Test
  void client_thatNeverReadsABigStream_blocksNobodyElse() throws Exception {
    CountDownLatch begun = new CountDownLatch(IDLE_CLIENTS);
    CountDownLatch ended = new CountDownLatch(IDLE_CLIENTS);
    endless.play((socket, out) -> pour(out, begun, ended));
    List<RawConnection> idle = new ArrayList<>();
    try {
      for (int i = 0; i < IDLE_CLIENTS; i++) {
        RawConnection connection = new RawConnection(gateway, 4096);
        idle.add(connection);
        String body = OneTeam.STREAM.replace("gpt-4o-mini", "endless");
        connection.send(RawConnection.post(OneTeam.CHAT, "kt_cg_others_abc123", body));
      }
      assertThat(begun.await(60, TimeUnit.SECONDS)).as("left: %s", begun).isTrue();
      for (int i = 0; i < 5; i++) {
        assertThat(gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO).statusCode())
            .isEqualTo(200);
      }
      assertThat(ended.getCount()).isEqualTo(IDLE_CLIENTS);
    } finally {
      for (RawConnection connection : idle) {
        connection.reset();
      }
    }
    assertThat(ended.await(60, TimeUnit.SECONDS)).as("left: %s", ended).isTrue();
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
}
