package com.keeptrusts.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.RunningGateway;
import com.keeptrusts.gateway.ScriptedProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thread reads all answers; one that never pauses must not keep it. */
class EndlessAnswerTest {
  private static final String GOOD = RawConnection.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO);
  private static final String ENDLESS =
      RawConnection.post(
          OneTeam.CHAT, OneTeam.KEY, OneTeam.STREAM.replace("gpt-4o-mini", "endless"));
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
  private static final byte[] EVENTS =
      "data: {\"choices\": [{\"index\": 0, \"delta\": {\"content\": \"ever \"}}]}\n\n"
          .repeat(1000)
          .getBytes(StandardCharsets.US_ASCII);
  private static final int REQUESTS = 200;

  /** Other requests wait for some turns of 64 KB each, and not for hundreds of megabytes. */
  private static final long BYTES_BESIDE_ONE_REQUEST = 8 << 20;

  @TempDir Path folder;

  @Test
  void answerThatNeverPauses_keepsNobodyWaiting() throws Exception {
    AtomicLong read = new AtomicLong();
    CountDownLatch streams = new CountDownLatch(1);
    try (ScriptedProvider endless = new ScriptedProvider(EndlessAnswerTest::sendForEver);
        RunningGateway gateway = start(endless);
        Socket client = new Socket("127.0.0.1", gateway.port());
        RawConnection other = new RawConnection(gateway)) {
      client.getOutputStream().write(ENDLESS.getBytes(StandardCharsets.US_ASCII));
      Thread reader = new Thread(() -> readForEver(client, read, streams));
      reader.start();
      streams.await();
      long before = read.get();
      for (int i = 0; i < REQUESTS; i++) {
        assertThat(other.send(GOOD).answer().status()).isEqualTo(200);
      }
      assertThat(read.get() - before).isLessThan(REQUESTS * BYTES_BESIDE_ONE_REQUEST);
    }
  }

  @Test
  void answerWithoutEndThatPoliciesHaveToSee_isRefusedOnceItIsTooLong() throws Exception {
    String policies =
        """
            policies:
              - name: names
                type: keyword_filter
                action: block
                config: {keywords: [bluebird]}
        """;
    try (ScriptedProvider endless = new ScriptedProvider(EndlessAnswerTest::sendJsonForEver);
        RunningGateway gateway = start(endless, OneTeam.GROUPS + policies);
        RawConnection client = new RawConnection(gateway)) {
      String request =
          RawConnection.post(
              OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO.replace("gpt-4o-mini", "endless"));
      assertThat(client.send(request).answer().text()).contains("output_blocked");
    }
  }

  @Test
  void interimAnswersWithoutEnd_areNotWaitedFor() throws Exception {
    try (ScriptedProvider endless = new ScriptedProvider(EndlessAnswerTest::hintForEver);
        RunningGateway gateway = start(endless);
        RawConnection client = new RawConnection(gateway)) {
      String request =
          RawConnection.post(
              OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO.replace("gpt-4o-mini", "endless"));
      assertThat(client.send(request).answer().text()).contains("\"code\": \"upstream_error\"");
    }
  }

  private RunningGateway start(ScriptedProvider endless) {
    return start(endless, OneTeam.GROUPS);
  }

  private RunningGateway start(ScriptedProvider endless, String groups) {
    String targets =
        OneTeam.target("endless", endless.baseUrl(), "models: [endless]") + RunningGateway.TARGET;
    return RunningGateway.start(folder, targets, groups);
  }

  private static void sendForEver(Socket socket, OutputStream out) throws IOException {
    out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
    while (true) {
      out.write(EVENTS);
    }
  }

  private static void hintForEver(Socket socket, OutputStream out) throws IOException {
    byte[] hints =
        "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
            .repeat(1000)
            .getBytes(StandardCharsets.US_ASCII);
    while (true) {
      out.write(hints);
    }
  }

  private static void sendJsonForEver(Socket socket, OutputStream out) throws IOException {
    out.write(
        HEAD.replace("text/event-stream", "application/json").getBytes(StandardCharsets.US_ASCII));
    out.write("{\"a\": \"".getBytes(StandardCharsets.US_ASCII));
    byte[] more = "more ".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
    while (true) {
      out.write(more);
    }
  }

  private static void readForEver(Socket client, AtomicLong read, CountDownLatch streams) {
    byte[] buffer = new byte[1 << 20];
    try {
      InputStream in = client.getInputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (read.addAndGet(count) > buffer.length) {
          streams.countDown();
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }
}
