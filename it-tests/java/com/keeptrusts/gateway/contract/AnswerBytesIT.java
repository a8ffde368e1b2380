package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the provider answers reaches the client to the byte, errors included. */
class AnswerBytesIT extends ScriptedGateway {
  @BeforeAll
  static void start() {
    gateway = deployed(scriptedTarget() + OneTeam.target("mock", "PROVIDER"), OneTeam.GROUPS);
  }

  private static RawConnection.Answer ask(String path, String body, String... lines)
      throws IOException {
    try (RawConnection connection = new RawConnection(gateway)) {
      return connection.send(RawConnection.post(path, OneTeam.KEY, body, lines)).answer();
    }
  }

  private static RawConnection.Answer askScripted(String answer, String... lines)
      throws IOException {
    scripted.play(answer);
    return ask(OneTeam.CHAT, OneTeam.HELLO.replace("gpt-4o-mini", "scripted"), lines);
  }

  private static String whole(int status, String type, String body) {
    return "HTTP/1.1 %d Whatever\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, type, body.length(), body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"a\" :\t1 }\r\n",
        "{\"b\":\"\\u0000\\ud800\"}",
        "not JSON at all",
        "",
        "{\"usage\":{}}",
        "{\"usage\":{\"prompt_tokens\":\"many\"}}",
        "{\"usage\":null,\"id\":7,\"model\":[]}"
      })
  void json_whateverItSays_isUnchanged(String body) throws Exception {
    RawConnection.Answer answer = askScripted(whole(200, "application/json", body));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo(body);
    assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(body.length()));
    assertThat(gateway.eventsOf(answer.header("x-request-id"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 32 * 1024, 32 * 1024 + 1, 100_000, 8 * 1024 * 1024})
  void json_ofAnySize_isUnchangedByLengthAndByChunks(int size) throws Exception {
    String body = "{\"x\":\"" + "abcdefg".repeat(size / 7) + "\"}";
    assertThat(askScripted(whole(200, "application/json", body)).text()).isEqualTo(body);
    RawConnection.Answer chunked =
        askScripted(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                + "\r\n%x\r\n%s\r\n0\r\n\r\n".formatted(body.length(), body));
    assertThat(chunked.text()).isEqualTo(body);
    assertThat(gateway.eventsOf(chunked.header("x-request-id")))
        .singleElement()
        .asString()
        .contains("\"result\":\"pass\"");
  }

  @Test
  void json_gzippedForAClientThatAcceptsIt_staysGzippedAndIsCounted() throws Exception {
    RawConnection.Answer answer = ask(OneTeam.CHAT, OneTeam.HELLO, "Accept-Encoding: gzip");
    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.body().length));
    assertThat(gunzip(answer.body())).contains("\"chat.completion\"");
    assertThat(gateway.eventsOf(answer.header("x-request-id")).get(0))
        .contains("\"total_tokens\":40", "\"source\":\"provider\"");
  }

  @Test
  void json_forAClientThatAcceptsNoGzip_comesPlain() throws Exception {
    RawConnection.Answer answer = ask(OneTeam.CHAT, OneTeam.HELLO);
    assertThat(answer.header("Content-Encoding")).isEmpty();
    assertThat(answer.text()).contains("\"chat.completion\"");
  }

  @Test
  void json_gzippedUnasked_staysAsItIsAndIsCounted() throws Exception {
    RawConnection.Answer answer =
        ask(OneTeam.CHAT, OneTeam.HELLO.replace("gpt-4o-mini", "mock-gzip"));
    assertThat(gunzip(answer.body())).contains("\"chat.completion\"");
    assertThat(gateway.eventsOf(answer.header("x-request-id")).get(0))
        .contains("\"total_tokens\":40");
  }

  @Test
  void answer_inAnUnreadableCoding_isUnchangedAndEstimated() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    RawConnection.Answer answer =
        askScripted(head + "Content-Encoding: br\r\nContent-Length: 4\r\n\r\n\u000b\u0001\u0080x");
    assertThat(answer.body()).containsExactly(0x0b, 1, 0x80, 'x');
    assertThat(answer.header("Content-Encoding")).isEqualTo("br");
    assertThat(gateway.eventsOf(answer.header("x-request-id")).get(0))
        .contains("\"source\":\"estimated\"");
  }

  @Test
  void answer_thatIsBrokenGzip_isUnchanged() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    RawConnection.Answer answer =
        askScripted(head + "Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot gzip!");
    assertThat(answer.text()).isEqualTo("not gzip!");
    assertThat(gateway.eventsOf(answer.header("x-request-id"))).hasSize(1);
  }

  @Test
  void speech_isUnchanged() throws Exception {
    RawConnection.Answer answer =
        ask(
            "/v1/audio/speech",
            "{\"model\":\"tts-1\",\"voice\":\"alloy\",\"input\":\"" + "x".repeat(900) + "\"}");
    assertThat(answer.header("Content-Type")).isEqualTo("audio/mpeg");
    assertThat(answer.body()).hasSize(256 * 900);
    for (int i = 0; i < answer.body().length; i++) {
      assertThat(answer.body()[i]).isEqualTo((byte) i);
    }
    assertThat(gateway.eventsOf(answer.header("x-request-id")))
        .singleElement()
        .asString()
        .contains("\"source\":\"estimated\"");
  }

  @Test
  void answer_withoutLengthThatEndsWithTheConnection_isWhole() throws Exception {
    RawConnection.Answer answer =
        askScripted("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\":1}");
    assertThat(answer.text()).isEqualTo("{\"a\":1}");
  }

  @Test
  void answer_toHttp10_closesTheConnection() throws Exception {
    scripted.play(whole(200, "application/json", "{}"));
    try (RawConnection connection = new RawConnection(gateway)) {
      String body = OneTeam.HELLO.replace("gpt-4o-mini", "scripted");
      connection.send(
          RawConnection.post(OneTeam.CHAT, OneTeam.KEY, body).replace("HTTP/1.1", "HTTP/1.0"));
      assertThat(connection.answer().text()).isEqualTo("{}");
      assertThat(connection.closes()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"400", "404", "409", "422", "429", "500", "503"})
  void errorOfTheProvider_passesUntouched(int status) throws Exception {
    RawConnection.Answer direct = direct(status);
    RawConnection.Answer answer =
        ask(OneTeam.CHAT, OneTeam.HELLO, "x-mock: status=" + status + ";retry-after=7s");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).isEqualTo(direct.text());
    assertThat(answer.header("Content-Type")).startsWith("application/json;");
    assertThat(answer.header("Retry-After")).isEqualTo("7");
    assertThat(answer.header("retry-after-ms")).isEqualTo("7000");
    assertThat(gateway.eventsOf(answer.header("x-request-id")))
        .singleElement()
        .asString()
        .contains("\"result\":\"error\"", "\"http_status\":" + status, "\"total_tokens\":0")
        .contains("\"ended_by\":\"provider\"");
  }

  @Test
  void errorOfTheProvider_toAStream_passesUntouched() throws Exception {
    RawConnection.Answer answer = ask(OneTeam.CHAT, OneTeam.STREAM, "x-mock: status=429");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.text()).contains("rate_limit_exceeded", "org-mock");
  }

  private static RawConnection.Answer direct(int status) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(gateway.provider().baseUrl() + "/chat/completions"))
                    .header("Authorization", "Bearer x")
                    .header("Content-Type", "application/json")
                    .header("x-mock", "status=" + status + ";retry-after=7s")
                    .POST(HttpRequest.BodyPublishers.ofString(OneTeam.HELLO))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    return new RawConnection.Answer(
        status,
        new RawConnection.Head(java.util.List.of()),
        answer.body().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void htmlErrorPage_passesUntouched() throws Exception {
    RawConnection.Answer answer = ask(OneTeam.CHAT, OneTeam.HELLO, "x-mock: html");
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html");
    assertThat(answer.text()).startsWith("<html>\r\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void refusalOfTheGatewaysCredential_isOur502(int status) throws Exception {
    RawConnection.Answer answer = ask(OneTeam.CHAT, OneTeam.HELLO, "x-mock: status=" + status);
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.text())
        .contains("\"code\": \"provider_auth_failed\"")
        .doesNotContain("sk-", "Incorrect", "Country");
    assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.body().length));
    assertThat(gateway.eventsOf(answer.header("x-request-id")))
        .singleElement()
        .asString()
        .contains("\"reason\":\"provider_auth_failed\"", "\"http_status\":502");
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 307, 308, 304})
  void redirect_isNotFollowedButOur502(int status) throws Exception {
    int before = scripted.heads().size();
    RawConnection.Answer answer =
        askScripted(
            "HTTP/1.1 "
                + status
                + " Found\r\nLocation: http://169.254.169.254/latest\r\nContent-Length: 0\r\n\r\n");
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.text()).contains("\"code\": \"upstream_error\"");
    assertThat(answer.header("Location")).isEmpty();
    assertThat(scripted.heads()).hasSize(before + 1);
  }

  @Test
  void refusalOfTheCredential_thatBreaksOff_isStillOur502() throws Exception {
    RawConnection.Answer answer =
        askScripted("HTTP/1.1 401 No\r\nContent-Length: 1000\r\n\r\n{\"error");
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.text()).contains("provider_auth_failed");
    assertThat(gateway.eventsOf(answer.header("x-request-id")))
        .singleElement()
        .asString()
        .contains("\"reason\":\"provider_auth_failed\"", "\"total_tokens\":0");
  }

  private static String gunzip(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
