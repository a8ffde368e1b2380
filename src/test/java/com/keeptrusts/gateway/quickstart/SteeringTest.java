package com.keeptrusts.gateway.quickstart;

import static com.keeptrusts.gateway.quickstart.MockClient.CHAT;
import static com.keeptrusts.gateway.quickstart.MockClient.at;
import static com.keeptrusts.gateway.quickstart.MockClient.chat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteeringTest extends WithMockProvider {
  private static final String STREAM = ",\"stream\":true";

  @Test
  void behaviour_headerOverModelOverAll() throws Exception {
    provider.behave(MockBehaviour.GOOD.text("for all"));
    provider.behave("special", MockBehaviour.GOOD.text("for one"));

    assertThat(said(chat("m", ""))).isEqualTo("for all");
    assertThat(said(chat("special", ""))).isEqualTo("for one");
    assertThat(said(chat("special", ""), "x-mock", "text=by header")).isEqualTo("by header");
    assertThat(said(chat("mock-zero-usage", ""))).isEqualTo("for all");
  }

  @Test
  void behaveOnce_isOverAfterOneRequest() throws Exception {
    provider.behaveOnce(MockBehaviour.GOOD.status(500));
    provider.behaveOnce(MockBehaviour.GOOD.status(503));

    assertThat(client.post(CHAT, chat("m", "")).statusCode()).isEqualTo(500);
    assertThat(client.post(CHAT, chat("m", "")).statusCode()).isEqualTo(503);
    assertThat(client.post(CHAT, chat("m", "")).statusCode()).isEqualTo(200);
  }

  @Test
  void reset_behavesWellAndForgets() throws Exception {
    provider.behave(MockBehaviour.GOOD.status(500));
    client.post(CHAT, chat("m", ""));
    provider.reset();

    assertThat(client.post(CHAT, chat("m", "")).statusCode()).isEqualTo(200);
    assertThat(provider.receivedCount()).isEqualTo(1);
  }

  @Test
  void header_whereSteeringIsOff_isIgnored() throws Exception {
    try (MockProvider unsteered = MockProvider.start(MockOptions.onPort(0).withoutSteering())) {
      HttpResponse<byte[]> answer =
          new MockClient(unsteered).post(CHAT, chat("m", ""), "x-mock", "status=500");

      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void header_thatMakesNoSense_saysWhatIsAllowed() throws Exception {
    HttpResponse<byte[]> answer = client.post(CHAT, chat("m", ""), "x-mock", "explode=now");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains("unknown behaviour \\\"explode=now\\\"; allowed: cached, ", "die-after");
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request_error, ",
    "401, invalid_request_error, invalid_api_key",
    "403, request_forbidden, unsupported_country_region_territory",
    "404, invalid_request_error, model_not_found",
    "429, requests, rate_limit_exceeded",
    "500, server_error, ",
    "503, server_error, "
  })
  void modelWithAStatus_isThatErrorInTheServicesWords(int status, String type, String code)
      throws Exception {
    HttpResponse<byte[]> answer = client.post(CHAT, chat("mock-" + status, STREAM));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(at(Json.parse(answer.body()), "error/type")).isEqualTo(type);
    assertThat(at(Json.parse(answer.body()), "error/code")).isEqualTo(code);
    assertThat(answer.headers().firstValue("x-request-id")).isPresent();
  }

  @Test
  void tooManyRequests_saysWhenToComeAgain() throws Exception {
    HttpResponse<byte[]> answer =
        client.post(CHAT, chat("m", ""), "x-mock", "status=429;retry-after=1500ms");

    assertThat(answer.headers().firstValue("retry-after")).hasValue("2");
    assertThat(answer.headers().firstValue("retry-after-ms")).hasValue("1500");
  }

  @Test
  void html_isALoadBalancersPage() throws Exception {
    HttpResponse<byte[]> answer = client.post(CHAT, chat("mock-html", ""));

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/html");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).startsWith("<html>");
  }

  @Test
  void firstByteAndGap_areWaitedFor() throws Exception {
    long start = System.nanoTime();
    HttpResponse<InputStream> answer =
        client.open(CHAT, chat("m", STREAM), "x-mock", "first-byte=60ms;gap=20ms;chunks=3");
    Duration toHead = Duration.ofNanos(System.nanoTime() - start);
    answer.body().readAllBytes();

    assertThat(toHead).isGreaterThanOrEqualTo(Duration.ofMillis(60));
    // Six events: the role, three pieces, the end, [DONE].
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(60 + 5 * 20));
  }

  @Test
  void event_leavesWhenItIsMade() throws Exception {
    provider.behave(MockBehaviour.GOOD.silentAfter(2));

    try (InputStream body = client.open(CHAT, chat("m", STREAM)).body()) {
      StringBuilder read = new StringBuilder();
      while (!read.toString().contains("\"Hell\"")) {
        read.append((char) body.read());
      }
      assertThat(provider.activeCalls()).isEqualTo(1);
    }
  }

  @Test
  void stamp_isTheMicrosecondOfSending() throws Exception {
    long before = Instant.now().toEpochMilli() * 1000;
    List<String> events =
        client.events(CHAT, chat("m", STREAM), "x-mock", "stamp;chunks=2;gap=5ms");

    long first = stamp(events.get(1));
    assertThat(first).isBetween(before, Instant.now().toEpochMilli() * 1000 + 1000);
    assertThat(stamp(events.get(2)) - first).isGreaterThanOrEqualTo(4_000);
  }

  @Test
  void size_isThatManyCharactersPlainAndStreamed() throws Exception {
    assertThat((String) said(chat("m", ""), "x-mock", "size=1m")).hasSize(1024 * 1024);
    assertThat(client.events(CHAT, chat("m", STREAM), "x-mock", "piece=1024;size=64k"))
        .hasSize(64 + 3);
  }

  @Test
  void answer_beyondAllMeasure_isRefused() throws Exception {
    assertThat(client.post(CHAT, chat("m", ""), "x-mock", "size=64m;piece=64").statusCode())
        .isEqualTo(400);
  }

  @Test
  void oddLines_meanTheSame() throws Exception {
    String ordinary = "\n" + new String(stream("piece=1;text=ä€😀"), StandardCharsets.UTF_8);
    String odd =
        "\n" + new String(stream("piece=1;text=ä€😀;crlf;comments;split"), StandardCharsets.UTF_8);

    assertThat(odd).contains(": keep-alive\r\ndata: ").endsWith("data: [DONE]\r\n\r\n");
    assertThat(ids(odd.replace("\r\n", "\n").replace("\n: keep-alive", "")))
        .isEqualTo(ids(ordinary));
  }

  @Test
  void text_beyondTheFirstPlane_isNotCutInsideOfALetter() throws Exception {
    assertThat(new String(stream("piece=1;text=ä€😀"), StandardCharsets.UTF_8))
        .contains("\"ä\"", "\"€\"", "\"😀\"");
  }

  private byte[] stream(String words) throws Exception {
    provider.behave(MockBehaviour.parse(words));
    return client.post(CHAT, chat("m", STREAM)).body();
  }

  private static String ids(String stream) {
    return stream.replaceAll("chatcmpl-\\w+", "id").replaceAll("\"created\":\\d+", "");
  }

  private Object said(String body, String... headers) throws Exception {
    return at(client.postForObject(CHAT, body, headers), "choices/0/message/content");
  }

  private static long stamp(String event) throws Exception {
    return Long.parseLong(((String) at(event, "choices/0/delta/content")).strip());
  }
}
