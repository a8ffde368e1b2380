package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client sent reaches the provider to the byte. */
class RequestBytesIT extends SharedGateway {
  private static final String MANY_CHARACTERS =
      "\\u0048\\u00e9\\ud83d\\ude00 \u4f60\u597d \ud83d\ude00 \\/ \u2028 \u00a0";

  @BeforeAll
  static void start() {
    gateway = deployed(OneTeam.GROUPS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OneTeam.HELLO,
        "\r\n\t " + OneTeam.HELLO + " \n\n",
        "{\"messages\" : [ ] ,\n\t\"model\":\"gpt-4o-mini\",\"future_field\":{\"a\":[1e5,-0.0,1E+2]}}",
        "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\""
            + MANY_CHARACTERS
            + "\"}],\"metadata\":{\"a\":1,\"a\":2},\"temperature\":0.70000000000000001}",
        "{\"m\\u006fdel\":\"gpt-4o-m\\u0069ni\",\"messages\":[]}",
        "{\"model\":\"gpt-4o-mini\",\"messages\":[],\"stream\":false,\"stream_options\":null}"
      })
  void body_ofAPlainRequest_isUnchanged(String body) throws Exception {
    gateway.post(OneTeam.CHAT, OneTeam.KEY, body);
    assertThat(received()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(ints = {300_000, 5_000_000})
  void body_large_isUnchangedByLengthAndByChunks(int size) throws Exception {
    String body = OneTeam.HELLO.replace("Hello", letters(size));
    gateway.post(OneTeam.CHAT, OneTeam.KEY, body);
    assertThat(received()).isEqualTo(body);
    try (RawConnection connection = new RawConnection(gateway)) {
      StringBuilder chunks = new StringBuilder(head("Transfer-Encoding: chunked"));
      for (int i = 0; i < body.length(); i += 9973) {
        String chunk = body.substring(i, Math.min(body.length(), i + 9973));
        chunks.append(Integer.toHexString(chunk.length())).append(";ext=1\r\n").append(chunk);
        chunks.append("\r\n");
      }
      connection.send(chunks.append("0\r\nx-trailer: 1\r\n\r\n").toString());
      assertThat(connection.answer().status()).isEqualTo(200);
    }
    assertThat(received()).isEqualTo(body);
    assertThat(gateway.provider().received().get(1).header("x-trailer")).isEmpty();
  }

  @Test
  void body_oneByteAtATime_isUnchanged() throws Exception {
    String body = OneTeam.HELLO.replace("Hello", MANY_CHARACTERS);
    try (RawConnection connection = new RawConnection(gateway)) {
      byte[] bytes = connection.wire(RawConnection.post(OneTeam.CHAT, OneTeam.KEY, body));
      for (byte b : bytes) {
        connection.send(new byte[] {b});
      }
      assertThat(connection.answer().status()).isEqualTo(200);
    }
    assertThat(received()).isEqualTo(body);
  }

  @Test
  void body_behindExpect100Continue_isAskedForAndUnchanged() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(head("Expect: 100-continue", "Content-Length: " + OneTeam.HELLO.length()));
      assertThat(connection.head().status()).isEqualTo(100);
      connection.send(OneTeam.HELLO);
      assertThat(connection.answer().status()).isEqualTo(200);
    }
    assertThat(received()).isEqualTo(OneTeam.HELLO);
    assertThat(gateway.provider().received().get(0).header("Expect")).isEmpty();
  }

  @Test
  void body_behindExpect100ContinueAndRefused_isNotAskedFor() throws Exception {
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(head("Expect: 100-continue", "Content-Length: 400000000"));
      RawConnection.Answer answer = connection.answer();
      if (!standsAlone() && answer.status() == 100) {
        // Tomcat asks for every body before it asks the application.
        answer = connection.answer();
      }
      // WildFly refuses by a limit of its own, in no words at all.
      assertThat(answer.status()).isIn(413, standsAlone() ? 413 : 400);
      assertThat(connection.saysNothingFor(1_000)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ \"model\":\"m\",\"messages\":[],\"stream\":true}"
            + "|{\"stream_options\":{\"include_usage\":true}, \"model\":\"m\",\"messages\":[],"
            + "\"stream\":true}",
        "{\"stream_options\": {\"include_usage\": false, \"x\": 1}, \"model\":\"m\",\"stream\":true}"
            + "|{\"stream_options\": {\"include_usage\": true, \"x\": 1}, \"model\":\"m\","
            + "\"stream\":true}",
        "{\"model\":\"m\", \"stream_options\": {\"include_usage\": true}, \"stream\":true}"
            + "|{\"model\":\"m\", \"stream_options\": {\"include_usage\": true}, \"stream\":true}",
      })
  void body_ofAStream_changesInStreamOptionsOnly(String sent, String expected) throws Exception {
    gateway.post(OneTeam.CHAT, OneTeam.KEY, sent);
    assertThat(received().replace(" ", "")).isEqualTo(expected.replace(" ", ""));
  }

  @Test
  void body_ofAStreamOfAnotherDialect_isUnchanged() throws Exception {
    String body = "{ \"model\":\"gpt-4o\", \"input\":\"hi\", \"stream\":true }";
    gateway.post("/v1/responses", OneTeam.KEY, body);
    assertThat(received()).isEqualTo(body);
  }

  @Test
  void form_withAFile_isUnchanged() throws Exception {
    byte[] sound = new byte[50_000];
    new Random(1).nextBytes(sound);
    String start =
        "--xyz\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n"
            + "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp3\"\r\n"
            + "Content-Type: audio/mpeg\r\n\r\n";
    String body = start + new String(sound, StandardCharsets.ISO_8859_1) + "\r\n--xyz--\r\n";
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    try (RawConnection connection = new RawConnection(gateway)) {
      connection.send(
          head("Content-Length: " + bytes.length)
              .replace(OneTeam.CHAT, "/v1/audio/transcriptions")
              .replace("application/json", "multipart/form-data; boundary=xyz"));
      connection.send(bytes);
      assertThat(connection.answer().status()).isEqualTo(200);
    }
    assertThat(last().body()).isEqualTo(bytes);
    assertThat(last().headers("Content-Type"))
        .isEqualTo(List.of("multipart/form-data; boundary=xyz"));
  }

  @Test
  void query_isPassedOnAsItIs() throws Exception {
    String query = "api-version=2024-10-21&x=%2F%20+&&y";
    gateway.post(OneTeam.CHAT + "?" + query, OneTeam.KEY, OneTeam.HELLO);
    assertThat(last().query()).hasValue(query);
    assertThat(last().path()).isEqualTo(OneTeam.CHAT);
  }

  private static com.keeptrusts.gateway.quickstart.ReceivedRequest last() {
    var all = gateway.provider().received();
    return all.get(all.size() - 1);
  }

  private static String received() {
    return last().bodyText();
  }

  private static String head(String... lines) throws IOException {
    return "POST %s HTTP/1.1\r\nHost: g\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n%s\r\n\r\n"
        .formatted(OneTeam.CHAT, OneTeam.KEY, String.join("\r\n", lines));
  }

  private static String letters(int size) {
    StringBuilder text = new StringBuilder(size);
    Random random = new Random(size);
    for (int i = 0; i < size; i++) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }
}
