package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are refused, each in JSON with one event, and what becomes of their connection. */
class BodiesIT extends SharedGateway {
  private static final int LIMIT = 100_000;
  private static final String EARLY_KEY = "kt_cg_early_abc123";
  private static final String SMUGGLED = RawConnection.post("/v1/smuggled", OneTeam.KEY, "{}");

  @BeforeAll
  static void start() {
    gateway =
        deployed(
            OneTeam.GROUPS
                + ("  - {name: early, api_key: " + EARLY_KEY + "}\n")
                + ("size_limits: {max_body_bytes: " + LIMIT + "}\n"));
  }

  static Stream<Arguments> badBodies() {
    return Stream.of(
            named("empty", ""),
            named("blank", "  \r\n "),
            named("not JSON", "hello"),
            named("cut", OneTeam.HELLO.substring(0, 40)),
            named("array", "[" + OneTeam.HELLO + "]"),
            named("string", "\"gpt-4o-mini\""),
            named("null", "null"),
            named("byte order mark", "\ufeff" + OneTeam.HELLO),
            named("two models", OneTeam.HELLO.replaceFirst("\\{", "{\"model\": \"gpt-4o\", ")),
            named("model twice, escaped", "{\"m\\u006fdel\": \"x\", " + OneTeam.HELLO.substring(1)),
            named("two values", OneTeam.HELLO + OneTeam.HELLO),
            named("rubbish after", OneTeam.HELLO + "x"),
            named("comment", "/* */" + OneTeam.HELLO),
            named("trailing comma", OneTeam.HELLO.replace("]}", "],}")),
            named("model a number", OneTeam.HELLO.replace("\"gpt-4o-mini\"", "4")),
            named("model null", OneTeam.HELLO.replace("\"gpt-4o-mini\"", "null")),
            named("no model", "{\"messages\": []}"),
            named(
                "stream a string",
                OneTeam.HELLO.replace("\"messages", "\"stream\":\"y\",\"messages")),
            named("deep", "{\"model\":\"m\",\"x\":" + "[".repeat(300) + "]".repeat(300) + "}"))
        .map(Arguments::of);
  }

  private record Body(String name, byte[] bytes) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Body named(String name, String text) {
    return new Body(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("badBodies")
  void body_malformed_is400WithOneEventAndTheConnectionGoesOn(Body body) throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      RawConnection.Answer answer = sendBytes(connection, body.bytes());
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).contains("\"code\": \"invalid_request\"");
      assertErrorEvent(answer, "invalid_request");
      assertThat(gateway.provider().receivedCount()).isZero();
      // Tomcat closes behind every 400.
      if (standsAlone()) {
        connection.send(RawConnection.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO));
        assertThat(connection.answer().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void body_invalidUtf8_is400() throws Exception {
    byte[] bytes = OneTeam.HELLO.replace("Hello", "\u00ff").getBytes(StandardCharsets.ISO_8859_1);
    try (RawConnection connection = new RawConnection(gateway)) {
      assertThat(sendBytes(connection, bytes).status()).isEqualTo(400);
      assertThat(gateway.provider().receivedCount()).isZero();
    }
  }

  @Test
  void body_tooLargeByItsLength_is413AtOnceAndNothingIsSmuggled() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(head("Content-Length: " + (LIMIT + 1)));
      RawConnection.Answer answer = connection.answer();
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.text()).contains("\"code\": \"request_too_large\"", "\"limit\": " + LIMIT);
      assertErrorEvent(answer, "request_too_large");
      assertNothingIsTakenForARequest(connection);
    }
  }

  @Test
  void body_tooLarge_canBeSentToItsEndBehindTheRefusal() throws Exception {
    // Tomcat by itself takes two megabytes.
    String piece = "x".repeat(300_000);
    int pieces = 5;
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(head("Content-Length: " + pieces * piece.length()));
      assertThat(connection.answer().status()).isEqualTo(413);
      for (int i = 0; i < pieces; i++) {
        connection.send(piece);
      }
      assertNothingIsTakenForARequest(connection);
    }
  }

  @Test
  void body_tooLargeByChunks_is413AndNothingIsSmuggled() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(head("Transfer-Encoding: chunked"));
      String piece = "x".repeat(30_000);
      for (int i = 0; i < 4; i++) {
        connection.send("7530\r\n" + piece + "\r\n");
      }
      RawConnection.Answer answer = connection.answer();
      assertThat(answer.status()).isEqualTo(413);
      assertErrorEvent(answer, "request_too_large");
      assertNothingIsTakenForARequest(connection);
    }
  }

  @Test
  void body_ofExactlyTheLimit_passes() throws Exception {
    String padding = " ".repeat(LIMIT - OneTeam.HELLO.length());
    assertThat(gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO + padding).statusCode())
        .isEqualTo(200);
    assertThat(gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO + padding + " ").statusCode())
        .isEqualTo(413);
  }

  @Test
  void body_compressed_is415AndNothingIsSmuggled() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(head("Content-Length: 1000", "Content-Encoding: gzip"));
      RawConnection.Answer answer = connection.answer();
      assertThat(answer.status()).isEqualTo(415);
      assertErrorEvent(answer, "unsupported_encoding");
      assertNothingIsTakenForARequest(connection);
    }
  }

  @Test
  void body_identityEncoding_passes() throws Exception {
    assertThat(
            gateway
                .post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO, "Content-Encoding", "identity")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void body_behindAnUnknownKey_isNotTakenForARequest() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(head("Content-Length: 5000").replace(OneTeam.KEY, "kt_cg_nobody"));
      assertThat(connection.answer().status()).isEqualTo(401);
      assertNothingIsTakenForARequest(connection);
    }
  }

  @Test
  void body_behindAnUnknownPath_isNotTakenForARequest() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(head("Transfer-Encoding: chunked").replace(OneTeam.CHAT, "/v1/files"));
      assertThat(connection.answer().status()).isEqualTo(404);
      assertNothingIsTakenForARequest(connection);
    }
  }

  @Test
  void body_thatEndsEarly_leavesOneErrorEventAndReachesNobody() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(head("Content-Length: 1000").replace(OneTeam.KEY, EARLY_KEY) + "{\"model\"");
      connection.shutdownOutput();
      // Tomcat takes a half-closed connection for a client that has left, and answers nothing.
      if (standsAlone()) {
        assertThat(connection.answer().status()).isEqualTo(400);
      }
    }
    String events = "/admin/events?consumer_group=early&last=5";
    await(() -> gateway.admin("GET", events).body().contains("\"reason\""));
    assertThat(gateway.admin("GET", events).body().lines())
        .singleElement()
        .asString()
        .contains("\"result\":\"error\"", "\"reason\":\"invalid_request\"");
    assertThat(gateway.provider().receivedCount()).isZero();
  }

  @Test
  void requests_pipelined_areAnsweredInOrder() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      String hello = RawConnection.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.HELLO);
      String files = RawConnection.post("/v1/files", OneTeam.KEY, "{}");
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (String request : List.of(hello, files, hello)) {
        all.writeBytes(connection.wire(request));
      }
      connection.send(all.toByteArray());
      assertThat(connection.answer().status()).isEqualTo(200);
      assertThat(connection.answer().status()).isEqualTo(404);
      assertThat(connection.answer().status()).isEqualTo(200);
    }
  }

  private static String head(String... lines) {
    return "POST %s HTTP/1.1\r\nHost: g\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n%s\r\n\r\n"
        .formatted(OneTeam.CHAT, OneTeam.KEY, String.join("\r\n", lines));
  }

  private static RawConnection.Answer sendBytes(RawConnection connection, byte[] body)
      throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(connection.wire(head("Content-Length: " + body.length)));
    all.writeBytes(body);
    return connection.send(all.toByteArray()).answer();
  }

  private static void assertErrorEvent(RawConnection.Answer answer, String reason)
      throws Exception {
    assertThat(gateway.eventsOf(answer.header("x-request-id")))
        .singleElement()
        .asString()
        .contains("\"result\":\"error\"", "\"reason\":\"" + reason + "\"")
        .contains("\"http_status\":" + answer.status(), "\"total_tokens\":0");
  }

  /** The bytes that follow belong to the refused body, whatever they look like. */
  private static void assertNothingIsTakenForARequest(RawConnection connection) throws Exception {
    try {
      connection.send(SMUGGLED);
    } catch (IOException closed) {
      // Closed already, which is as good.
    }
    // Some servers wait for the rest of the body, some close at once.
    assertThat(connection.saysNothingFor(1_000)).isTrue();
    assertThat(gateway.events(1000)).noneMatch(event -> event.contains("smuggled"));
    assertThat(gateway.provider().receivedCount()).isZero();
  }
}
