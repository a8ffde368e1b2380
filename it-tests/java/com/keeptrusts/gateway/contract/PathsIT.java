package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing passes unmetered: what is not served to the letter is refused in JSON. */
class PathsIT extends SharedGateway {
  @BeforeAll
  static void start() {
    gateway = deployed(OneTeam.GROUPS);
  }

  private static RawConnection.Answer ask(String text) throws IOException {
    try (RawConnection connection = new RawConnection(gateway)) {
      return connection.send(text).answer();
    }
  }

  private static void assertRefused(RawConnection.Answer answer, int... statuses) {
    assertThat(statuses).contains(answer.status());
    assertThat(gateway.provider().receivedCount()).isZero();
    if (standsAlone() || answer.status() != 400) {
      assertThat(answer.header("Content-Type")).startsWith("application/json");
      assertThat(answer.text()).startsWith("{").contains("\"error\"").contains("\"code\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1",
        "/v1/",
        "/v1/files",
        "/v1/batches",
        "/v1/fine_tuning/jobs",
        "/v1/assistants",
        "/v1/chat/completions/",
        "/v1/chat/completions/x",
        "/v1/chat/completions;x",
        "/v1/chat;x/completions",
        "/v1/chat/completions;x=y",
        "/v1/Chat/Completions",
        "/v1/chat%2Fcompletions",
        "/v1/chat/%63ompletions",
        "/%76%31/chat/completions",
        "/v1/../v1/chat/completions",
        "/v1/./chat/completions",
        "/v1/x/../chat/completions",
        "/v1/chat//completions",
        "//v1/chat/completions",
        "/v1//chat/completions",
        "/v1/chat/completions%00",
        "/v1/chat/completions%20",
        "/v1/chat/..;/completions",
        "/v1\\chat\\completions",
        "/v1/%2e%2e/v1/chat/completions",
        "/v1/unknown",
        "/v1/responses/resp_1",
        "/v1/responses/resp_1/cancel",
        "/v1/realtime",
        "/v1/images/edits"
      })
  void post_pathThatIsNotServed_isRefusedAndReachesNobody(String path) throws Exception {
    RawConnection.Answer answer = ask(RawConnection.post(path, OneTeam.KEY, OneTeam.HELLO));
    assertRefused(answer, 404, 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a={b}|c", "a=%zz", "a=%", "a=\"x\"", "a=<b>", "a=b\\c", "a=^`"})
  void query_thatIsNoQuery_is400AndReachesNobody(String query) throws Exception {
    RawConnection.Answer answer =
        ask(RawConnection.post(OneTeam.CHAT + "?" + query, OneTeam.KEY, OneTeam.HELLO));
    assertRefused(answer, 400);
    if (standsAlone()) {
      assertThat(answer.text()).contains("invalid_request").contains("query");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1", "/v1/", "/v1/files", "/v1/models/", "/v1/chat", "/v1/vector_stores"})
  void get_pathThatIsNotServed_is404(String path) throws Exception {
    RawConnection.Answer answer =
        ask(
            "GET %s HTTP/1.1\r\nHost: g\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(path, OneTeam.KEY));
    assertRefused(answer, 404);
    assertThat(answer.text()).contains("unknown_endpoint");
    assertThat(answer.header("x-consumer-group")).isEqualTo("team");
    assertThat(answer.header("x-request-id")).startsWith("req_");
  }

  @Test
  void post_unknownEndpoint_leavesOneEvent() throws Exception {
    RawConnection.Answer answer = ask(RawConnection.post("/v1/files", OneTeam.KEY, "{}"));
    assertThat(gateway.eventsOf(answer.header("x-request-id")))
        .singleElement()
        .asString()
        .contains("\"result\":\"error\"", "\"reason\":\"unknown_endpoint\"", "\"http_status\":404");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/chat/completions, POST",
    "DELETE, /v1/chat/completions, POST",
    "PUT, /v1/responses, POST",
    "PATCH, /v1/embeddings, POST",
    "OPTIONS, /v1/chat/completions, POST",
    "OPTIONS, /v1/models, GET",
    "DELETE, /v1/models/gpt-4o, GET",
    "POST, /v1/models, GET",
    "PROPFIND, /v1/completions, POST"
  })
  void method_notTaken_is405WithAllow(String method, String path, String allowed) throws Exception {
    RawConnection.Answer answer =
        ask(
            "%s %s HTTP/1.1\r\nHost: g\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(method, path, OneTeam.KEY));
    assertRefused(answer, 405);
    assertThat(answer.header("Allow")).isEqualTo(allowed);
    assertThat(answer.text()).contains("method_not_allowed");
    assertThat(answer.header("x-request-id")).startsWith("req_");
  }

  @Test
  void head_endpoint_is405WithoutBody() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          "HEAD /v1/chat/completions HTTP/1.1\r\nHost: g\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(OneTeam.KEY));
      assertThat(connection.head().status()).isEqualTo(405);
      connection.send(RawConnection.post("/v1/files", OneTeam.KEY, "{}"));
      assertThat(connection.answer().status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/files",
    "DELETE, /v1/chat/completions",
    "GET, /v1/models",
    "POST, /v1",
    "OPTIONS, /v1/chat/completions",
    "GET, /v1/chat/completions"
  })
  void anything_withoutAKey_is401BeforeAllElse(String method, String path) throws Exception {
    RawConnection.Answer answer = ask(method + " " + path + " HTTP/1.1\r\nHost: g\r\n\r\n");
    assertRefused(answer, 401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answer.header("x-consumer-group")).isEmpty();
    assertThat(answer.header("x-request-id")).startsWith("req_");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET /v1/models HTTP/9.9\r\nHost: g\r\n\r\n",
        "GET /v1/models HTTP/1.1\r\nHost: g\r\nHost: h\r\n\r\n",
        "POST /v1/chat/completions HTTP/1.1\r\nHost: g\r\nContent-Length: 5\r\n"
            + "Content-Length: 6\r\n\r\n{}",
        "POST /v1/chat/completions HTTP/1.1\r\nHost: g\r\nContent-Length: -1\r\n\r\n{}",
        "POST /v1/chat/completions HTTP/1.1\r\nHost: g\r\nContent-Length: 2\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n{}",
        "POST /v1/chat/completions HTTP/1.1\r\nHost: g\r\n"
            + "Transfer-Encoding: chunked, identity\r\n\r\n{}",
        "GET /v1/models%zz HTTP/1.1\r\nHost: g\r\n\r\n",
        "GET /v1/mod els HTTP/1.1\r\nHost: g\r\n\r\n"
      })
  void request_thatIsNotHttp_isRefusedInJsonAndTheConnectionCloses(String text) throws Exception {
    assumeTrue(standsAlone(), "the server answers what is no HTTP");
    try (RawConnection connection = new RawConnection(gateway)) {
      RawConnection.Answer answer = connection.send(text).answer();
      assertThat(answer.status()).isBetween(400, 505);
      assertThat(answer.text()).startsWith("{").contains("\"error\"");
      assertThat(connection.closes()).isTrue();
      assertThat(gateway.provider().receivedCount()).isZero();
    }
  }
}
