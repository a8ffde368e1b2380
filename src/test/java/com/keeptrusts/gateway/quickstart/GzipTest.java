package com.keeptrusts.gateway.quickstart;

import static com.keeptrusts.gateway.quickstart.MockClient.CHAT;
import static com.keeptrusts.gateway.quickstart.MockClient.chat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest extends WithMockProvider {
  private static final String STREAM = ",\"stream\":true";

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br, GZIP;q=0.5", "deflate,x-gzip; q=1"})
  void plain_whereGzipIsAccepted_isCompressed(String accepted) throws Exception {
    HttpResponse<byte[]> answer = client.post(CHAT, chat("m", ""), "Accept-Encoding", accepted);

    assertThat(answer.headers().firstValue("content-encoding")).hasValue("gzip");
    assertThat(Json.parse(unzip(answer.body()))).containsEntry("model", "m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "br", "gzip;q=0", "gzip;q=0.0", "gzipped"})
  void plain_whereGzipIsNotAccepted_isNot(String accepted) throws Exception {
    HttpResponse<byte[]> answer = client.post(CHAT, chat("m", ""), "Accept-Encoding", accepted);

    assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
  }

  @Test
  void plain_quirks_decideOverWhatIsAccepted() throws Exception {
    assertThat(client.post(CHAT, chat("m", ""), "x-mock", "gzip").headers().map())
        .containsKey("content-encoding");
    assertThat(
            client
                .post(CHAT, chat("m", ""), "Accept-Encoding", "gzip", "x-mock", "no-gzip")
                .headers()
                .map())
        .doesNotContainKey("content-encoding");
  }

  @Test
  void stream_isNotCompressedUnlessToldSo() throws Exception {
    HttpResponse<byte[]> answer = client.post(CHAT, chat("m", STREAM), "Accept-Encoding", "gzip");

    assertThat(answer.headers().map()).doesNotContainKey("content-encoding");
    assertThat(MockClient.data(answer.body())).last().isEqualTo("[DONE]");
  }

  @Test
  void stream_compressed_isWholeToItsTrailer() throws Exception {
    byte[] stream = client.post(CHAT, chat("mock-gzip", STREAM)).body();

    assertThat(MockClient.data(unzip(stream))).hasSize(41).last().isEqualTo("[DONE]");
  }

  @Test
  void stream_compressed_canBeReadUpToEachEvent() throws Exception {
    HttpResponse<InputStream> answer =
        client.open(CHAT, chat("m", STREAM), "x-mock", "gzip;gzip-streams;silent-after=2");

    try (InputStream plain = new GZIPInputStream(answer.body())) {
      StringBuilder read = new StringBuilder();
      while (!read.toString().contains("\"Hell\"")) {
        read.append((char) plain.read());
      }
      assertThat(read).contains("assistant");
    }
  }

  private static byte[] unzip(byte[] bytes) throws Exception {
    try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return plain.readAllBytes();
    }
  }
}
