package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import com.keeptrusts.gateway.quickstart.ReceivedRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which headers pass, in both directions. */
class HeadersIT extends ScriptedGateway {
  private static final String LIMITED =
      OneTeam.GROUPS
          + """
              rate_limits: {requests_per_minute: 5000, tokens_per_minute: 900000, tokens_per_day: 9000000}
            - name: quiet
              api_key: kt_cg_quiet_abc123
          """;
  private static final String JSON_HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n";

  @BeforeAll
  static void start() {
    gateway =
        deployed(
            scriptedTarget()
                + OneTeam.target(
                    "azure",
                    "PROVIDER",
                    "models: [azure]",
                    "auth: {header: api-key, prefix: ''}",
                    "headers: {X-Added: ours, User-Agent: keeptrusts}")
                + OneTeam.target("mock", "PROVIDER"),
            LIMITED);
  }

  private static RawConnection.Answer ask(String model, String... lines) throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      String body = OneTeam.HELLO.replace("gpt-4o-mini", model);
      return connection.send(RawConnection.post(OneTeam.CHAT, OneTeam.KEY, body, lines)).answer();
    }
  }

  private static ReceivedRequest received() {
    return gateway.provider().received().get(0);
  }

  @Test
  void credential_ofTheClient_isReplacedByTheTargets() throws Exception {
    ask("gpt-4o");
    assertThat(received().headers("Authorization")).containsExactly("Bearer sk-mock-MOCK_KEY");
    assertThat(received().headers().toString()).doesNotContain(OneTeam.KEY);
  }

  @Test
  void credential_inAnyOtherHeader_staysInTheHouse() throws Exception {
    ask("gpt-4o", "X-Goog-Api-Key: " + OneTeam.KEY, "X-Token: Key " + OneTeam.KEY, "X-Bar: 2");
    assertThat(received().headers().toString()).doesNotContain(OneTeam.KEY);
    assertThat(received().headers("X-Bar")).containsExactly("2");
  }

  @Test
  void credential_inTheQuery_staysInTheHouse() throws Exception {
    String path = "/v1/chat/completions?key=" + OneTeam.KEY;
    assertThat(gateway.post(path, OneTeam.KEY, OneTeam.HELLO).statusCode()).isEqualTo(200);
    assertThat(String.valueOf(received().query())).doesNotContain(OneTeam.KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection: authorization, x-foo", "Connection: close, Authorization",
        "Connection: keep-alive\r\nConnection: AUTHORIZATION", "Connection: host, content-length",
        "Connection: content-type, accept-encoding"
      })
  void connectionHeader_namingWhatTheGatewaySets_stripsNothing(String line) throws Exception {
    assertThat(ask("gpt-4o", line, "X-Foo: 1").status()).isEqualTo(200);
    assertThat(received().headers("Authorization")).containsExactly("Bearer sk-mock-MOCK_KEY");
    assertThat(received().headers("Content-Type")).containsExactly("application/json");
    assertThat(received().headers("Host")).hasSize(1);
  }

  @Test
  void connectionHeader_namingAHeader_keepsItInTheHouse() throws Exception {
    ask("gpt-4o", "Connection: x-foo", "X-Foo: 1", "X-Bar: 2");
    assertThat(received().headers("X-Foo")).isEmpty();
    assertThat(received().headers("X-Bar")).containsExactly("2");
  }

  @Test
  void headers_aboutTheClientAndItsNetwork_stayInTheHouse() throws Exception {
    RawConnection.Answer answer =
        ask(
            "gpt-4o",
            "Cookie: a=1",
            "OpenAI-Organization: org-x",
            "OpenAI-Project: p",
            "X-Forwarded-For: 10.0.0.1",
            "X-Forwarded-Host: h",
            "x-forwarded-anything: h",
            "Forwarded: for=10.0.0.1",
            "Via: 1.1 proxy",
            "X-Real-IP: 10.0.0.1",
            "Cf-Access-Jwt-Assertion: e30.e30.x",
            "X-Amzn-Oidc-Data: e30.e30.x",
            "Proxy-Authorization: Basic eA==",
            "Proxy-Connection: keep-alive",
            "TE: trailers",
            "Keep-Alive: timeout=5",
            "Connection: Upgrade, X-Hop-Settings",
            "X-Hop-Settings: AAMAAABkAAQAoAAAAAIAAAAA",
            "Upgrade: something",
            "x-consumer-group: research",
            "api-key: " + OneTeam.KEY,
            "x-api-key: " + OneTeam.KEY);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    for (String name :
        List.of(
            "Cookie",
            "OpenAI-Organization",
            "OpenAI-Project",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "x-forwarded-anything",
            "Cf-Access-Jwt-Assertion",
            "X-Amzn-Oidc-Data",
            "Forwarded",
            "Via",
            "X-Real-IP",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Keep-Alive",
            "Upgrade",
            "x-consumer-group",
            "api-key",
            "x-api-key",
            "Trailer",
            "Expect")) {
      assertThat(received().headers(name)).as(name).isEmpty();
    }
    assertThat(received().headers("Host"))
        .containsExactly(gateway.provider().baseUrl().getAuthority());
    assertThat(received().headers().toString()).doesNotContain(OneTeam.KEY, "10.0.0.1");
  }

  @Test
  void headers_ofTheClientsOwn_passOnWithEveryValue() throws Exception {
    ask(
        "gpt-4o",
        "X-Twice: 1",
        "X-Twice: 2",
        "OpenAI-Beta: assistants=v2",
        "Idempotency-Key: k",
        "User-Agent: OpenAI/Python 1.0",
        "x-stainless-retry-count: 0",
        "X-Latin: caf\u00e9",
        "Accept: application/json");
    assertThat(received().headers("X-Twice")).containsExactly("1", "2");
    assertThat(received().headers("OpenAI-Beta")).containsExactly("assistants=v2");
    assertThat(received().headers("Idempotency-Key")).containsExactly("k");
    assertThat(received().headers("User-Agent")).containsExactly("OpenAI/Python 1.0");
    assertThat(received().headers("x-stainless-retry-count")).containsExactly("0");
    assertThat(received().headers("Accept")).containsExactly("application/json");
    assertThat(received().headers("X-Latin")).hasSize(1);
  }

  @Test
  void target_withItsOwnHeaders_setsThem() throws Exception {
    gateway
        .provider()
        .accept(
            new com.keeptrusts.gateway.quickstart.AcceptedKey(
                "api-key", "", java.util.Optional.of("sk-mock-MOCK_KEY")));
    assertThat(ask("azure", "X-Added: theirs", "User-Agent: sdk").status()).isEqualTo(200);
    assertThat(received().headers("api-key")).containsExactly("sk-mock-MOCK_KEY");
    assertThat(received().headers("Authorization")).isEmpty();
    assertThat(received().headers("X-Added")).containsExactly("ours");
    assertThat(received().headers("User-Agent")).containsExactly("keeptrusts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|identity", "gzip|gzip", "'gzip, br'|gzip", "'br, GZIP;q=0.5'|gzip",
        "gzip;q=0|identity", "gzip; q=0.000|identity", "br|identity", "identity|identity"
      })
  void acceptEncoding_isNarrowedToWhatCanBeRead(String sent, String expected) throws Exception {
    ask("gpt-4o", "Accept-Encoding: " + sent);
    assertThat(received().headers("Accept-Encoding")).containsExactly(expected);
  }

  @Test
  void acceptEncoding_ofAStream_isIdentity() throws Exception {
    gateway.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.STREAM, "Accept-Encoding", "gzip");
    assertThat(received().headers("Accept-Encoding")).containsExactly("identity");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gpt-4o", "mock-429", "mock-400", "mock-500", "mock-401", "mock-die-early"})
  void answer_whateverItIs_carriesOurHeadersAndNotTheProviders(String model) throws Exception {
    RawConnection.Answer answer = ask(model);
    assertOurs(answer.head());
    assertThat(answer.header("x-ratelimit-limit-tokens-day")).isEqualTo("9000000");
  }

  @Test
  void stream_carriesOurHeadersAndNotTheProviders() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(RawConnection.post(OneTeam.CHAT, OneTeam.KEY, OneTeam.STREAM));
      RawConnection.Head head = connection.head();
      assertOurs(head);
      assertThat(head.first("x-provider-request-id")).startsWith("req_");
      assertThat(head.first("Content-Type"))
          .isEqualToIgnoringWhitespace("text/event-stream; charset=utf-8");
      assertThat(head.all("Content-Length")).isEmpty();
    }
  }

  private static void assertOurs(RawConnection.Head head) {
    assertThat(head.all("x-consumer-group")).containsExactly("team");
    assertThat(head.all("x-request-id")).singleElement().asString().startsWith("req_");
    assertThat(head.all("x-ratelimit-limit-requests")).containsExactly("5000");
    assertThat(head.all("x-ratelimit-limit-tokens")).containsExactly("900000");
    assertThat(head.all("x-ratelimit-remaining-requests")).hasSize(1);
    assertThat(head.all("x-ratelimit-reset-requests")).hasSize(1);
    assertThat(head.all("openai-organization")).isEmpty();
    assertThat(head.all("Set-Cookie")).isEmpty();
    assertThat(head.all("Strict-Transport-Security")).isEmpty();
    assertThat(head.all("Alt-Svc")).isEmpty();
    assertThat(head.all("Date").size()).isLessThanOrEqualTo(1);
  }

  @Test
  void answer_ofTheProvider_keepsItsOwnHeaders() throws Exception {
    RawConnection.Answer answer = ask("gpt-4o");
    assertThat(answer.header("openai-processing-ms")).isEqualTo("7");
    assertThat(answer.header("x-provider-request-id")).startsWith("req_");
    assertThat(answer.header("x-provider-request-id")).isNotEqualTo(answer.header("x-request-id"));
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
  }

  @Test
  void answer_toAGroupWithoutLimits_hasNoLimitHeadersAtAll() throws Exception {
    assertThat(
            gateway
                .post(OneTeam.CHAT, "kt_cg_quiet_abc123", OneTeam.HELLO)
                .headers()
                .map()
                .keySet())
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("x-ratelimit"));
  }

  @Test
  void answer_withRepeatedAndHopHeaders_keepsTheRepeatedOnly() throws Exception {
    scripted.play(
        JSON_HEAD
            + "X-Twice: 1\r\nX-Twice: 2\r\nConnection: X-Hop, close\r\nX-Hop: 1\r\n"
            + "Keep-Alive: timeout=5\r\nProxy-Authenticate: Basic\r\nX-RateLimit-Foo: 1\r\n"
            + "x-consumer-group: research\r\nWWW-Authenticate: Basic\r\nUpgrade: h2c\r\n\r\n{}");
    RawConnection.Answer answer = ask("scripted");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.head().all("X-Twice")).containsExactly("1", "2");
    for (String name :
        List.of(
            "X-Hop",
            "Keep-Alive",
            "Proxy-Authenticate",
            "X-RateLimit-Foo",
            "WWW-Authenticate",
            "Upgrade")) {
      assertThat(answer.head().all(name)).as(name).isEmpty();
    }
    assertThat(answer.header("Connection")).doesNotContain("X-Hop").doesNotContain("close");
    assertThat(answer.head().all("x-consumer-group")).containsExactly("team");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x-request-id", "content-type, x-consumer-group, x-ratelimit-limit-requests"})
  void answer_whoseConnectionNamesOurHeaders_stripsNoneOfThem(String named) throws Exception {
    scripted.play(JSON_HEAD + "Connection: close, " + named + "\r\n\r\n{}");
    assertOurs(ask("scripted").head());
  }
}
