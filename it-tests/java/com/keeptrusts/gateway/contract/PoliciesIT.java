package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What policies do to prompts and answers on their way, and what the event says of it. */
class PoliciesIT extends ScriptedGateway {
  private static final String CARD = "4111 1111 1111 1111";
  private static final String ANSWER = "x-mock: text=Pay with 4111 1111 1111 1111 today";
  private static final Pattern CONTENT = Pattern.compile("\"content\":\"([^\"]*)\"");

  @BeforeAll
  static void start() {
    gateway =
        deployed(
            scriptedTarget() + OneTeam.target("mock", "PROVIDER"),
            "consumer_groups:\n"
                + team("redact", "policies", "redact")
                + team("block", "output_policies", "block")
                + team("flag", "output_policies", "flag")
                + team("refuse", "input_policies", "block")
                + moderated("judged", "mock", "block")
                + moderated("lenient", "scripted", "allow"));
  }

  private static String team(String name, String list, String action) {
    return """
          - name: %s
            api_key: %s
            %s:
              - {name: pii, type: pii_detector, action: %s, config: {entities: [credit_card]}}
        """
        .formatted(name, key(name), list, action);
  }

  private static String moderated(String name, String target, String onError) {
    return """
          - name: %s
            api_key: %s
            input_policies:
              - name: judge
                type: content_filter
                action: block
                config: {engine: openai_moderation, categories: [violence], target: %s,
                         timeout: 1s, on_error: %s}
        """
        .formatted(name, key(name), target, onError);
  }

  private static String key(String team) {
    return "kt_cg_" + team + "_abc123";
  }

  private record Streamed(String requestId, String text) {
    String content() {
      StringBuilder all = new StringBuilder();
      Matcher matcher = CONTENT.matcher(text);
      while (matcher.find()) {
        all.append(matcher.group(1));
      }
      return all.toString();
    }
  }

  private static Streamed stream(String team, String... lines) throws IOException {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(RawConnection.post(OneTeam.CHAT, key(team), OneTeam.STREAM, lines));
      RawConnection.Head head = connection.head();
      return new Streamed(
          head.first("x-request-id"), new String(connection.readAll(), StandardCharsets.UTF_8));
    }
  }

  private static String event(String requestId) throws Exception {
    await(() -> gateway.eventsOf(requestId).size() == 1);
    return gateway.eventsOf(requestId).get(0);
  }

  private static String event(HttpResponse<?> answer) throws Exception {
    return event(answer.headers().firstValue("x-request-id").orElseThrow());
  }

  @Test
  void redactedPrompt_reachesTheProviderWithoutTheNumber_restToTheByte() throws Exception {
    String body =
        "{ \"model\":\"gpt-4o-mini\" ,\"messages\":[{\"role\":\"user\",\"content\":\"pay \\u0034"
            + "111 1111 1111 1111\\n\"}],\"stream\":true,\"seed\" : 1}";
    HttpResponse<String> answer = gateway.post(OneTeam.CHAT, key("redact"), body);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(gateway.provider().received().get(0).bodyText())
        .isEqualTo(
            body.replace("\\u0034111 1111 1111 1111", "[CREDIT_CARD]")
                .replaceFirst("\\{", "{\"stream_options\":{\"include_usage\":true},"));
    assertThat(event(answer))
        .contains("\"result\":\"modified\"", "\"verdict\":\"redact\"", "\"phase\":\"input\"")
        .contains("\"outcome\":\"redacted\"", "\"entities\":[\"credit_card\"]")
        .doesNotContain(" 1111", "1111 ");
  }

  @Test
  void blockedPrompt_reachesNobody() throws Exception {
    HttpResponse<String> answer =
        gateway.post(OneTeam.CHAT, key("refuse"), OneTeam.HELLO.replace("Hello", CARD));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"input_blocked\"", "\"pii\"")
        .doesNotContain(" 1111", "1111 ");
    assertThat(gateway.provider().receivedCount()).isZero();
    assertThat(event(answer)).contains("\"verdict\":\"block\"").doesNotContain(" 1111", "1111 ");
  }

  @Test
  void redactedAnswer_isItselfButForTheNumber() throws Exception {
    HttpResponse<String> answer =
        gateway.post(OneTeam.CHAT, key("redact"), OneTeam.HELLO, "x-mock", ANSWER.substring(8));
    assertThat(answer.body())
        .contains("\"Pay with [CREDIT_CARD] today\"")
        .doesNotContain(" 1111", "1111 ");
    assertThat(event(answer))
        .contains("\"result\":\"modified\"", "\"phase\":\"output\"", "\"outcome\":\"redacted\"")
        .contains("\"source\":\"provider\"")
        .doesNotContain(" 1111", "1111 ");
  }

  @Test
  void blockedAnswer_is400_andCostsWhatItCost() throws Exception {
    HttpResponse<String> answer =
        gateway.post(OneTeam.CHAT, key("block"), OneTeam.HELLO, "x-mock", ANSWER.substring(8));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"code\": \"output_blocked\"", "\"policy\": \"pii\"", "credit_card")
        .doesNotContain(" 1111", "1111 ", "Pay");
    assertThat(event(answer))
        .contains("\"result\":\"blocked\"", "\"reason\":\"output_blocked\"", "\"http_status\":400")
        .contains("\"verdict\":\"block\"", "\"source\":\"provider\"", "\"ended_by\":\"gateway\"")
        .doesNotContain("\"total_tokens\":0", " 1111", "1111 ");
  }

  @Test
  void flaggedAnswer_isUntouched() throws Exception {
    HttpResponse<String> answer =
        gateway.post(OneTeam.CHAT, key("flag"), OneTeam.HELLO, "x-mock", ANSWER.substring(8));
    assertThat(answer.body()).contains("\"Pay with 4111 1111 1111 1111 today\"");
    assertThat(event(answer)).contains("\"result\":\"flagged\"", "\"verdict\":\"allow\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 19, 40})
  void redactedStream_neverShowsTheNumber_howeverItIsCut(int piece) throws Exception {
    Streamed streamed = stream("redact", ANSWER + ";piece=" + piece);
    assertThat(streamed.content()).isEqualTo("Pay with [CREDIT_CARD] today");
    assertThat(streamed.text()).doesNotContain(" 1111", "1111 ").endsWith("data: [DONE]\n\n");
    assertThat(event(streamed.requestId()))
        .contains("\"result\":\"modified\"", "\"source\":\"provider\"")
        .doesNotContain(" 1111", "1111 ");
  }

  @Test
  void blockedStream_endsWithAnError_andTheProvidersCallWithIt() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    scripted.play((socket, out) -> speakUntilHungUp(socket, hungUp));
    String body = OneTeam.STREAM.replace("gpt-4o-mini", "scripted");
    HttpResponse<String> answer = gateway.post(OneTeam.CHAT, key("block"), body);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"content\":\"so: ", "\"code\": \"output_blocked\"")
        .doesNotContain(" 1111", "1111 ", "[DONE]");
    assertThat(hungUp.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(event(answer))
        .contains("\"result\":\"blocked\"", "\"reason\":\"output_blocked\"", "\"http_status\":200")
        .contains("\"source\":\"estimated\"")
        .doesNotContain("\"total_tokens\":0", " 1111", "1111 ");
  }

  private static void speakUntilHungUp(Socket socket, CountDownLatch hungUp) throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    String event = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}\n\n";
    String start = head + event.formatted("so: ") + event.formatted(CARD) + event.formatted(" is");
    socket.getOutputStream().write(start.getBytes(StandardCharsets.UTF_8));
    if (socket.getInputStream().read() < 0) {
      hungUp.countDown();
    }
  }

  @Test
  void flaggedStream_leavesToTheByte() throws Exception {
    Streamed streamed = stream("flag", ANSWER + ";piece=4");
    assertThat(streamed.content()).isEqualTo("Pay with 4111 1111 1111 1111 today");
    assertThat(event(streamed.requestId()))
        .contains("\"result\":\"flagged\"", "\"entities\":[\"credit_card\"]");
  }

  @Test
  void compressedAnswer_isReadAndLeavesPlain() throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(
          "{\"choices\":[{\"message\":{\"content\":\"4111111111111111\"}}]}".getBytes("UTF-8"));
    }
    scripted.play(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
            + "Content-Length: "
            + zipped.size()
            + "\r\n\r\n"
            + zipped.toString(StandardCharsets.ISO_8859_1));
    HttpResponse<String> answer =
        gateway.post(OneTeam.CHAT, key("redact"), OneTeam.HELLO.replace("gpt-4o-mini", "scripted"));
    assertThat(answer.body())
        .isEqualTo("{\"choices\":[{\"message\":{\"content\":\"[CREDIT_CARD]\"}}]}");
    assertThat(scripted.heads().get(scripted.heads().size() - 1))
        .containsIgnoringCase("accept-encoding: identity");
  }

  @Test
  void answerInACodingThatNobodyReads_isRefused() throws Exception {
    scripted.play(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: br\r\n\r\nxyz");
    HttpResponse<String> answer =
        gateway.post(OneTeam.CHAT, key("block"), OneTeam.HELLO.replace("gpt-4o-mini", "scripted"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("output_blocked", "cannot be read");
  }

  @Test
  void moderationModel_isAskedFirst_andItsVerdictHolds() throws Exception {
    HttpResponse<String> passed = gateway.post(OneTeam.CHAT, key("judged"), OneTeam.HELLO);
    assertThat(passed.statusCode()).isEqualTo(200);
    assertThat(gateway.provider().receivedCount()).isEqualTo(2);
    assertThat(gateway.provider().received().get(0).bodyText())
        .isEqualTo("{\"model\":\"omni-moderation-latest\",\"input\":[\"Hello\"]}");
    HttpResponse<String> blocked =
        gateway.post(OneTeam.CHAT, key("judged"), OneTeam.HELLO.replace("Hello", "flag:violence!"));
    assertThat(blocked.statusCode()).isEqualTo(400);
    assertThat(blocked.body()).contains("\"input_blocked\"", "it contains violence");
    assertThat(gateway.provider().receivedCount()).isEqualTo(3);
    assertThat(event(blocked)).contains("\"entities\":[\"violence\"]", "\"total_tokens\":0");
  }

  @Test
  void moderationModel_thatIsSilent_isNotWaitedForLong() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    scripted.play(
        (socket, out) -> {
          var unused = socket.getInputStream().read();
          over.countDown();
        });
    HttpResponse<String> answer = gateway.post(OneTeam.CHAT, key("lenient"), OneTeam.HELLO);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(over.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(event(answer)).contains("\"name\":\"judge\"", "\"outcome\":\"failed\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "204 No Content\r\n\r\n",
        "503 Busy\r\nContent-Length: 0\r\n\r\n",
        "200 OK\r\n\r\n "
      })
  void answerWithoutText_passesAsItCame(String answer) throws Exception {
    scripted.play("HTTP/1.1 " + answer);
    for (String team : List.of("redact", "block", "flag")) {
      HttpResponse<String> got =
          gateway.post(OneTeam.CHAT, key(team), OneTeam.HELLO.replace("gpt-4o-mini", "scripted"));
      assertThat(got.statusCode()).isEqualTo(Integer.parseInt(answer.substring(0, 3)));
      assertThat(got.body()).isBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "application/octet-stream"})
  void streamUnderAnotherName_isReadAsOne(String type) throws Exception {
    String event = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}\n\n";
    scripted.play(
        "HTTP/1.1 200 OK\r\nContent-Type: "
            + type
            + "\r\n\r\n"
            + event.formatted("4111 1111 ")
            + event.formatted("1111 1111")
            + "data: [DONE]\n\n");
    HttpResponse<String> got =
        gateway.post(
            OneTeam.CHAT, key("redact"), OneTeam.STREAM.replace("gpt-4o-mini", "scripted"));
    assertThat(got.body()).contains("[CREDIT_CARD]", "[DONE]").doesNotContain(" 1111", "1111 ");
  }

  @Test
  void earlyHints_areNoAnswer() throws Exception {
    scripted.play(
        "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\n\r\n{}");
    HttpResponse<String> got =
        gateway.post(OneTeam.CHAT, key("flag"), OneTeam.HELLO.replace("gpt-4o-mini", "scripted"));
    assertThat(got.statusCode()).isEqualTo(200);
  }

  @Test
  void promptOfTooManyTexts_isRefused() throws Exception {
    String body = "{\"model\":\"gpt-4o-mini\",\"input\":[" + "\"a\",".repeat(100_000) + "\"a\"]}";
    HttpResponse<String> got = gateway.post("/v1/embeddings", key("refuse"), body);
    assertThat(got.statusCode()).isEqualTo(400);
    assertThat(got.body()).contains("invalid_request", "more than 100000 texts");
  }
}
