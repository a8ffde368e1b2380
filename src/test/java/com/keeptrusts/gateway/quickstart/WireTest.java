package com.keeptrusts.gateway.quickstart;

import static com.keeptrusts.gateway.quickstart.MockClient.CHAT;
import static com.keeptrusts.gateway.quickstart.MockClient.chat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest extends WithRawClient {
  private static final String HEAD =
      "POST /v1/chat/completions HTTP/1.1\r\nHost: mock\r\nAuthorization: Bearer x\r\n";

  @Test
  void connection_secondRequest_isAnsweredOnTheSame() throws Exception {
    raw.post(CHAT, chat("one", ""));
    assertThat(raw.readAnswer()).contains("\"model\": \"one\"");
    raw.post(CHAT, chat("two", ""));
    assertThat(raw.readAnswer()).contains("\"model\": \"two\"");
  }

  @Test
  void connection_pipelinedRequests_areAnsweredInOrder() throws Exception {
    raw.post(CHAT, chat("one", ""), "x-mock: first-byte=50ms");
    raw.post(CHAT, chat("two", ""));

    assertThat(raw.readAnswer()).contains("\"model\": \"one\"");
    assertThat(raw.readAnswer()).contains("\"model\": \"two\"");
  }

  @Test
  void connection_requestThatCameWhileAStreamWasSlow_isKeptWhole() throws Exception {
    raw.post(CHAT, chat("one", ",\"stream\":true"), "x-mock: gap=5ms;chunks=20");
    raw.readTo("assistant");
    raw.post(CHAT, chat("two", ",\"user\":\"" + "x".repeat(40_000) + "\""));

    raw.readTo("\r\n0\r\n\r\n");
    assertThat(raw.readAnswer()).contains("\"model\": \"two\"");
    assertThat(provider.received().get(1).body()).hasSizeGreaterThan(40_000);
  }

  @Test
  void connection_close_isClosedAfterTheAnswer() throws Exception {
    raw.post(CHAT, chat("one", ""), "Connection: close");

    assertThat(raw.readAll()).contains("\r\nConnection: close\r\n").endsWith("}\n");
  }

  @Test
  void body_inChunksWithExtensionsAndTrailers_isRead() throws Exception {
    String body = chat("chunky", "");
    raw.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
    raw.send("5;name=value\r\n" + body.substring(0, 5) + "\r\n");
    raw.send(Integer.toHexString(body.length() - 5) + "\r\n" + body.substring(5) + "\r\n");
    raw.send("0\r\nx-trailer: 1\r\n\r\n");

    assertThat(raw.readAnswer()).contains("\"model\": \"chunky\"");
    assertThat(provider.received().get(0).bodyText()).isEqualTo(body);
  }

  @Test
  void expectContinue_isToldToGoOn() throws Exception {
    String body = chat("patient", "");
    raw.send(HEAD + "Expect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n");
    assertThat(raw.readTo("\r\n\r\n")).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");

    raw.send(body);
    assertThat(raw.readAnswer()).startsWith("HTTP/1.1 200 OK").contains("patient");
  }

  @Test
  void http10_stream_endsWithTheConnection() throws Exception {
    String body = chat("old", ",\"stream\":true");
    raw.send(HEAD.replace("HTTP/1.1", "HTTP/1.0"));
    raw.send("Content-Length: " + body.length() + "\r\n\r\n" + body);

    assertThat(raw.readAll()).doesNotContain("chunked").endsWith("data: [DONE]\n\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET /v1/models HTTP/2.0\r\nHost: x\r\n\r\n",
        "GET /v1/models HTTP/1.1\r\n\r\n",
        "GET /v1/models HTTP/1.1\r\nHost: x\r\nA : b\r\n\r\n",
        "GET /v1/models HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n"
      })
  void request_thatIsNoHttp_is400AndTheEndOfTheConnection(String request) throws Exception {
    raw.send(request);

    assertThat(raw.readAll()).startsWith("HTTP/1.1 400 Bad Request\r\n");
    assertThat(provider.receivedCount()).isZero();
  }

  @Test
  void head_hasALengthButNoBody() throws Exception {
    raw.send("HEAD /v1/models HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(raw.readAll()).contains("Content-Length: ").endsWith("\r\n\r\n");
    assertThat(client.method("HEAD", CHAT).statusCode()).isEqualTo(404);
  }

  @Test
  void path_unknown_is404AndWrongMethod_is405() throws Exception {
    assertThat(new String(client.post("/files", "{}").body(), "UTF-8"))
        .contains("Invalid URL (POST /v1/files)");
    assertThat(client.post("/files", "{}").statusCode()).isEqualTo(404);
    assertThat(client.get(CHAT).statusCode()).isEqualTo(405);
    assertThat(client.post("/models", "{}").statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{} {}", "{\"model\":}", "null"})
  void json_malformed_is400(String body) throws Exception {
    HttpResponse<byte[]> answer = client.post(CHAT, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), "UTF-8")).contains("could not parse the JSON body");
  }

  @Test
  void answer_hasTheServicesHeadersAndItsOwnLimits() throws Exception {
    HttpResponse<byte[]> answer = client.post(CHAT, chat("m", ""));

    assertThat(answer.headers().map())
        .containsKeys(
            "openai-processing-ms",
            "openai-version",
            "openai-organization",
            "x-ratelimit-limit-requests",
            "x-ratelimit-remaining-tokens",
            "set-cookie",
            "strict-transport-security",
            "cf-ray",
            "date");
    assertThat(answer.headers().firstValue("x-request-id").orElse("")).startsWith("req_");
    assertThat(answer.headers().firstValue("transfer-encoding")).isEmpty();
  }

  @Test
  void answer_chunkedOnDemand_hasNoLength() throws Exception {
    HttpResponse<byte[]> answer = client.post(CHAT, chat("m", ""), "x-mock", "chunked;size=10k");

    assertThat(answer.headers().firstValue("transfer-encoding")).hasValue("chunked");
    assertThat(answer.headers().firstValue("content-length")).isEmpty();
    assertThat(Json.parse(answer.body())).containsEntry("model", "m");
  }

  @Test
  void close_endsWhatIsUnderWay() throws Exception {
    raw.post(CHAT, chat("mock-hang", ""));
    provider.awaitReceived(1, Duration.ofSeconds(5));
    provider.close();

    assertThat(raw.readAll()).isEmpty();
    assertThat(provider.awaitEnding(CallEnding.Kind.STOPPED, Duration.ofSeconds(5))).isPresent();
  }
}
