package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that end well: when each event arrives, and which ones do. */
class StreamsIT extends ScriptedGateway {
  private static final Pattern STAMP = Pattern.compile("\"content\":\"(\\d{16}) ");
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String DELTA =
      "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"four\"}}]}\n\n";
  private static final String USAGE =
      "data: {\"id\":\"c\",\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":6,"
          + "\"total_tokens\":11}}\n\n";
  private static final String DONE = "data: [DONE]\n\n";

  @BeforeAll
  static void start() {
    gateway =
        deployed(
            scriptedTarget()
                + OneTeam.target("old", "PROVIDER", "models: [old-model]", "stream_usage: false")
                + OneTeam.target("mock", "PROVIDER"),
            OneTeam.GROUPS);
  }

  private record Streamed(RawConnection.Head head, String text) {
    String requestId() {
      return head.first("x-request-id");
    }
  }

  private static Streamed stream(String body, String... lines) throws IOException {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(RawConnection.post(OneTeam.CHAT, OneTeam.KEY, body, lines));
      RawConnection.Head head = connection.head();
      return new Streamed(head, new String(connection.readAll(), StandardCharsets.UTF_8));
    }
  }

  private static Streamed streamScripted(String... chunks) throws IOException {
    scripted.play(
        (socket, out) -> {
          out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
          for (String chunk : chunks) {
            byte[] bytes = chunk.getBytes(StandardCharsets.UTF_8);
            out.write(
                (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.write("\r\n".getBytes(StandardCharsets.UTF_8));
          }
          out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        });
    return stream(OneTeam.STREAM.replace("gpt-4o-mini", "scripted"));
  }

  private static String event(Streamed streamed) throws Exception {
    List<String> events = gateway.eventsOf(streamed.requestId());
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  @Test
  void events_leaveWhenTheyArrive() throws Exception {
    List<Long> lags = new ArrayList<>();
    stream(OneTeam.STREAM);
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          RawConnection.post(
              OneTeam.CHAT, OneTeam.KEY, OneTeam.STREAM, "x-mock: stamp;chunks=15;gap=150ms"));
      connection.head();
      for (String event = connection.event(); !event.isEmpty(); event = connection.event()) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        Matcher stamp = STAMP.matcher(event);
        if (stamp.find()) {
          lags.add(now - Long.parseLong(stamp.group(1)));
        }
      }
    }
    Collections.sort(lags);
    long worst = lags.get(lags.size() - 1);
    System.out.printf("event lag: median %d us, max %d us%n", lags.get(lags.size() / 2), worst);
    assertThat(lags).hasSize(15);
    assertThat(lags.get(lags.size() / 2)).isLessThan(20_000);
    assertThat(worst).isLessThan(100_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"stream_options\": {\"include_usage\": false}",
        ", \"stream_options\": {}",
        ", \"stream_options\": null"
      })
  void usage_notAskedFor_isCountedAndHidden(String options) throws Exception {
    Streamed streamed = stream(OneTeam.STREAM.replace(" true}", " true" + options + "}"));
    assertThat(gateway.provider().received().get(0).bodyText())
        .containsPattern("\"include_usage\": ?true");
    assertThat(streamed.text()).doesNotContain("\"choices\":[]", "prompt_tokens").endsWith(DONE);
    assertThat(event(streamed))
        .contains("\"total_tokens\":40", "\"source\":\"provider\"", "\"stream\":true");
  }

  @Test
  void usage_askedFor_isKept() throws Exception {
    Streamed streamed =
        stream(
            OneTeam.STREAM.replace(
                " true}", " true, \"stream_options\": {\"include_usage\": true}}"));
    assertThat(streamed.text()).contains("\"choices\":[]").contains("\"total_tokens\":40");
    assertThat(event(streamed)).contains("\"source\":\"provider\"");
  }

  @Test
  void usage_ofATargetThatDoesNotKnowIt_isNotAskedForButEstimated() throws Exception {
    Streamed streamed =
        stream(OneTeam.STREAM.replace("gpt-4o-mini", "old-model"), "x-mock: no-stream-options");
    assertThat(gateway.provider().received().get(0).bodyText())
        .isEqualTo(OneTeam.STREAM.replace("gpt-4o-mini", "old-model"));
    assertThat(streamed.text()).endsWith(DONE);
    assertThat(event(streamed))
        .contains("\"source\":\"estimated\"")
        .doesNotContain("\"total_tokens\":0");
  }

  @Test
  void usage_thatTheProviderNeverTells_isEstimatedAndZeroStaysZero() throws Exception {
    assertThat(event(stream(OneTeam.STREAM.replace("gpt-4o-mini", "mock-no-usage"))))
        .contains("\"source\":\"estimated\"")
        .containsPattern("\"completion_tokens\":3\\d");
    assertThat(event(stream(OneTeam.STREAM.replace("gpt-4o-mini", "mock-zero-usage"))))
        .contains("\"source\":\"provider\"", "\"total_tokens\":0");
  }

  @Test
  void usageChunk_inOneSegmentWithOthers_isHiddenAlone() throws Exception {
    Streamed streamed = streamScripted(DELTA + USAGE + DONE);
    assertThat(streamed.text()).isEqualTo(DELTA + DONE);
    assertThat(event(streamed)).contains("\"total_tokens\":11");
  }

  @Test
  void usageChunk_cutAnywhere_isHidden() throws Exception {
    String all = DELTA + USAGE + DELTA + DONE;
    for (int cut = 1; cut < all.length(); cut += 7) {
      Streamed streamed = streamScripted(all.substring(0, cut), all.substring(cut));
      assertThat(streamed.text()).as("cut at " + cut).isEqualTo(DELTA + DELTA + DONE);
    }
    Streamed streamed = streamScripted(all.split(""));
    assertThat(streamed.text()).isEqualTo(DELTA + DELTA + DONE);
    assertThat(event(streamed)).contains("\"total_tokens\":11");
  }

  @Test
  void lines_ofAnyKind_areUnchanged() throws Exception {
    String odd =
        ": comment\r\n\r\nevent: x\r\nid: 7\r\ndata: {\"choices\":[{\"delta\":{}}]}\r\n\r\n"
            + "retry: 10\n\n\n\ndata:{\"a\":1}\ndata: \u4f60\n\n: end\n\n";
    assertThat(streamScripted(odd, DONE).text()).isEqualTo(odd + DONE);
  }

  @Test
  void stream_withCrlfCommentsAndCutEvents_isWhole() throws Exception {
    Streamed streamed = stream(OneTeam.STREAM, "x-mock: crlf;comments;split");
    assertThat(streamed.text()).contains("\r\n\r\n").endsWith("data: [DONE]\r\n\r\n");
    assertThat(streamed.text()).doesNotContain("prompt_tokens");
    assertThat(event(streamed)).contains("\"total_tokens\":40");
  }

  @Test
  void stream_withoutABlankLineAtItsEnd_isWhole() throws Exception {
    assertThat(streamScripted(DELTA, "data: [DONE]").text()).isEqualTo(DELTA + "data: [DONE]");
  }

  @Test
  void stream_gzipped_isUnpacked() throws Exception {
    Streamed streamed = stream(OneTeam.STREAM, "x-mock: gzip;gzip-streams");
    assertThat(streamed.head().all("Content-Encoding")).isEmpty();
    assertThat(streamed.text()).startsWith("data: {").endsWith(DONE);
    assertThat(event(streamed)).contains("\"total_tokens\":40", "\"source\":\"provider\"");
  }

  @Test
  void stream_largeAndWithLargeEvents_isUnchanged() throws Exception {
    String large = DELTA.replace("four", "abcdefghij".repeat(20_000));
    assertThat(streamScripted(large, DELTA, large + large, DONE).text())
        .isEqualTo(large + DELTA + large + large + DONE);
  }

  @Test
  void stream_ofResponses_keepsEveryEvent() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          RawConnection.post(
              "/v1/responses",
              OneTeam.KEY,
              "{\"model\":\"gpt-4o\",\"input\":\"hi\",\"stream\":true}"));
      String requestId = connection.head().first("x-request-id");
      assertThat(new String(connection.readAll(), StandardCharsets.UTF_8))
          .contains("response.created", "response.completed", "\"usage\"");
      assertThat(gateway.eventsOf(requestId))
          .singleElement()
          .asString()
          .contains("\"source\":\"provider\"", "\"response_id\":\"resp_");
    }
  }
}
