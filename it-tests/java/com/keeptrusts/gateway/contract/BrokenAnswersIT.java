package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.it.server.DeployedGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers that die, or say nothing: never a clean end, always one event and a free place. */
class BrokenAnswersIT extends ScriptedGateway {
  private static final String STREAM_HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String DELTA =
      "data: {\"choices\":[{\"delta\":{\"content\":\"four\"}}]}\n\n";
  private static final long RESERVED = 50;

  @BeforeAll
  static void start() throws Exception {
    // What a group's answers are expected to be is learned; these tests count on nothing known.
    DeployedGateway.renew();
    int closed = closedPort();
    gateway =
        deployed(
            scriptedTarget()
                + OneTeam.target("down", "http://127.0.0.1:" + closed + "/v1", "models: [down]")
                + OneTeam.target("nowhere", "http://nowhere.invalid/v1", "models: [nowhere]")
                + OneTeam.target("hasty", "PROVIDER", "models: [hasty]")
                    .replaceFirst("timeouts: .*", "timeouts: {first_byte: 1s, idle: 1s}")
                + OneTeam.target("mock", "PROVIDER"),
            OneTeam.GROUPS + "    rate_limits: {max_concurrent_requests: 1}\n");
  }

  private static int closedPort() throws IOException {
    try (java.net.ServerSocket taken = new java.net.ServerSocket(0)) {
      return taken.getLocalPort();
    }
  }

  private static String capped(String body, String model) {
    return body.replace("gpt-4o-mini", model).replaceFirst("\\{", "{\"max_tokens\": 44, ");
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  private static void assertPlaceIsFree() throws Exception {
    assertThat(gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO).statusCode()).isEqualTo(200);
  }

  private static String onlyEvent(RawConnection.Head head) throws Exception {
    var events = gateway.eventsOf(head.first("x-request-id"));
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  private static void assertLost(RawConnection.Head head, int status, String reason)
      throws Exception {
    assertThat(onlyEvent(head))
        .contains("\"result\":\"error\"", "\"reason\":\"" + reason + "\"")
        .contains("\"http_status\":" + status, "\"total_tokens\":" + RESERVED)
        .contains("\"source\":\"estimated\"", "\"ended_by\":\"provider\"");
    assertPlaceIsFree();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"die-after=0", "die-after=3", "close-after=3", "close-after=1", "close-after=0"})
  void stream_whoseProviderDies_endsWithAnErrorEvent(String words) throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          RawConnection.post(
              OneTeam.CHAT, OneTeam.KEY, capped(OneTeam.STREAM, "gpt-4o"), "x-mock: " + words));
      RawConnection.Head head = connection.head();
      assertThat(head.status()).isEqualTo(200);
      assertErrorEvent(new String(connection.readAll(), StandardCharsets.UTF_8), "upstream_error");
      assertLost(head, 200, "upstream_error");
    }
  }

  private static void assertErrorEvent(String text, String code) {
    assertThat(text)
        .doesNotContain("[DONE]")
        .containsPattern(
            "(^|\\n\\n)data: \\{\"error\": \\{\"code\": \"" + code + "\".*\\}\\}\\n\\n$");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "5\r\nda", "ffff\r\n" + "data: {\"choices\":[{\"de", "zz\r\n"})
  void stream_cutInAChunk_endsWithAnErrorEvent(String rest) throws Exception {
    scripted.play(STREAM_HEAD + chunk(DELTA) + rest);
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          RawConnection.post(OneTeam.CHAT, OneTeam.KEY, capped(OneTeam.STREAM, "scripted")));
      RawConnection.Head head = connection.head();
      String text = new String(connection.readAll(), StandardCharsets.UTF_8);
      assertThat(text).startsWith(DELTA);
      assertErrorEvent(text, "upstream_error");
      assertLost(head, 200, "upstream_error");
    }
  }

  @Test
  void stream_cutInALargeEvent_closesItBeforeTheErrorEvent() throws Exception {
    String part = "data: {\"choices\":[{\"delta\":{\"content\":\"" + "x".repeat(100_000);
    scripted.play(STREAM_HEAD + chunk(part));
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          RawConnection.post(OneTeam.CHAT, OneTeam.KEY, capped(OneTeam.STREAM, "scripted")));
      connection.head();
      String text = new String(connection.readAll(), StandardCharsets.UTF_8);
      assertThat(text).startsWith(part + "\n\n");
      assertErrorEvent(text, "upstream_error");
    }
    assertPlaceIsFree();
  }

  @Test
  void stream_cutAfterDone_isAnswered() throws Exception {
    scripted.play(STREAM_HEAD + chunk(DELTA) + chunk("data: [DONE]\n\n"));
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          RawConnection.post(OneTeam.CHAT, OneTeam.KEY, capped(OneTeam.STREAM, "scripted")));
      RawConnection.Head head = connection.head();
      assertThat(new String(connection.readAll(), StandardCharsets.UTF_8))
          .isEqualTo(DELTA + "data: [DONE]\n\n");
      assertThat(onlyEvent(head)).contains("\"result\":\"pass\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"die", "close"})
  void provider_diesBeforeItsHead_is502(String words) throws Exception {
    for (String body : new String[] {OneTeam.HELLO, OneTeam.STREAM}) {
      try (RawConnection connection = new RawConnection(gateway)) {
        connection.send(
            RawConnection.post(
                OneTeam.CHAT, OneTeam.KEY, capped(body, "gpt-4o"), "x-mock: " + words));
        RawConnection.Answer answer = connection.answer();
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).contains("\"code\": \"upstream_error\"");
        assertLost(answer.head(), 502, "upstream_error");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"down", "nowhere"})
  void provider_thatCannotBeReached_is502AndCostsNoTokens(String model) throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(RawConnection.post(OneTeam.CHAT, OneTeam.KEY, capped(OneTeam.HELLO, model)));
      RawConnection.Answer answer = connection.answer();
      assertThat(answer.status()).isEqualTo(502);
      assertThat(onlyEvent(answer.head())).contains("upstream_error", "\"total_tokens\":0");
    }
    assertPlaceIsFree();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP/1.1 200 OK\r\nContent-Le", "garbage\r\n\r\n", "HTTP/1.1 999999\r\n\r\n"})
  void provider_thatSpeaksNoHttp_is502(String answered) throws Exception {
    scripted.play((socket, out) -> out.write(answered.getBytes(StandardCharsets.US_ASCII)));
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          RawConnection.post(OneTeam.CHAT, OneTeam.KEY, capped(OneTeam.HELLO, "scripted")));
      RawConnection.Answer answer = connection.answer();
      assertThat(answer.status()).isEqualTo(502);
      assertLost(answer.head(), 502, "upstream_error");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 1000", "Transfer-Encoding: chunked"})
  void json_smallAndCutOff_isACleanError(String framing) throws Exception {
    scripted.play(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            + framing
            + "\r\n\r\n"
            + (framing.contains("chunked") ? chunk("{\"id\": \"x\"") : "{\"id\": \"x\""));
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          RawConnection.post(OneTeam.CHAT, OneTeam.KEY, capped(OneTeam.HELLO, "scripted")));
      RawConnection.Answer answer = connection.answer();
      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.header("Content-Type")).startsWith("application/json");
      assertThat(answer.text()).startsWith("{\n  \"error\"").endsWith("}");
      assertLost(answer.head(), 502, "upstream_error");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {33_000, 60_000, 900_000})
  void json_largeAndCutOff_isACutConnection(int size) throws Exception {
    for (String framing : new String[] {"Content-Length: 9000000", "Transfer-Encoding: chunked"}) {
      String body = "{\"x\":\"" + "y".repeat(size);
      scripted.play(
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
              + framing
              + "\r\n\r\n"
              + (framing.contains("chunked") ? chunk(body) : body));
      try (RawConnection connection = new RawConnection(gateway)) {
        connection.send(
            RawConnection.post(OneTeam.CHAT, OneTeam.KEY, capped(OneTeam.HELLO, "scripted")));
        assertNoCleanEnd(connection);
      }
      assertPlaceIsFree();
      assertThat(gateway.events(2).get(0))
          .contains("\"result\":\"error\"", "\"reason\":\"upstream_error\"");
    }
  }

  /** Either our whole error, or an answer that does not end as it said it would. */
  private static void assertNoCleanEnd(RawConnection connection) throws IOException {
    RawConnection.Head head;
    try {
      head = connection.head();
    } catch (IOException cut) {
      return;
    }
    assertThat(head.status()).isEqualTo(200);
    if (head.first("Content-Length").isEmpty()) {
      assertThatThrownBy(connection::readAll).isInstanceOf(IOException.class);
    } else {
      assertThat(connection.bytesToTheEnd()).isLessThan(9_000_000);
    }
  }

  @Test
  void provider_silentBeforeItsHead_is504() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          RawConnection.post(
              OneTeam.CHAT, OneTeam.KEY, capped(OneTeam.HELLO, "hasty"), "x-mock: silent"));
      RawConnection.Answer answer = connection.answer();
      assertThat(answer.status()).isEqualTo(504);
      assertThat(answer.text()).contains("\"code\": \"upstream_timeout\"");
      assertLost(answer.head(), 504, "upstream_timeout");
    }
    assertThat(gateway.provider().awaitIdle(java.time.Duration.ofSeconds(2))).isTrue();
  }

  @Test
  void stream_silent_getsCommentsAndThenAnErrorEvent() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          RawConnection.post(
              OneTeam.CHAT,
              OneTeam.KEY,
              capped(OneTeam.STREAM, "gpt-4o"),
              "x-mock: silent-after=2"));
      RawConnection.Head head = connection.head();
      assertThat(connection.event()).startsWith("data: {");
      assertThat(connection.event()).startsWith("data: {");
      long start = System.nanoTime();
      assertThat(connection.event()).isEqualTo(": keep-alive\n\n");
      assertThat((System.nanoTime() - start) / 1e9).isBetween(0.9, 2.5);
      String rest = new String(connection.readAll(), StandardCharsets.UTF_8);
      assertThat(rest).startsWith(": keep-alive\n\n");
      assertErrorEvent(rest, "upstream_timeout");
      assertThat((System.nanoTime() - start) / 1e9).isBetween(1.9, 4.0);
      assertLost(head, 200, "upstream_timeout");
    }
  }

  @Test
  void json_silentInTheMiddle_is504() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          RawConnection.post(
              OneTeam.CHAT, OneTeam.KEY, capped(OneTeam.HELLO, "hasty"), "x-mock: silent-after=1"));
      RawConnection.Answer answer = connection.answer();
      assertThat(answer.status()).isEqualTo(504);
      assertLost(answer.head(), 504, "upstream_timeout");
    }
  }

  @Test
  void stream_thatTrickles_isNotTakenForSilent() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          RawConnection.post(
              OneTeam.CHAT,
              OneTeam.KEY,
              capped(OneTeam.STREAM, "hasty"),
              "x-mock: chunks=2;gap=350ms"));
      connection.head();
      assertThat(new String(connection.readAll(), StandardCharsets.UTF_8))
          .endsWith("data: [DONE]\n\n")
          .doesNotContain("error", "keep-alive");
    }
  }
}
