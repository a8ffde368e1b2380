package com.keeptrusts.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.ScriptedProvider;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Few bytes that stand for very many, which take more turns than received bytes would. */
class GzipBombTest {
  private static final int MEMBER = 16 << 20;

  @Test
  void answerThatGrowsAsItIsRead_arrivesAsItCame() throws Exception {
    byte[] member = gzip(MEMBER);
    ScriptedProvider.Script bomb = (socket, out) -> send(out, "application/json", member, 4);
    try (ScriptedProvider provider = new ScriptedProvider(bomb);
        ProxyAlone proxy = new ProxyAlone(provider, Inspector.NONE)) {
      assertThat(length(proxy.ask().get(20, TimeUnit.SECONDS).body()))
          .isEqualTo(4L * member.length);
      assertThat(proxy.endings.poll(10, TimeUnit.SECONDS).ending())
          .isEqualTo(Outcome.Ending.ANSWERED);
    }
  }

  @Test
  void answerThatGrowsBeyondWhatPoliciesCanSee_isRefused() throws Exception {
    byte[] member = gzip(MEMBER);
    ScriptedProvider.Script bomb = (socket, out) -> send(out, "application/json", member, 5);
    try (ScriptedProvider provider = new ScriptedProvider(bomb);
        ProxyAlone proxy = new ProxyAlone(provider, new ScriptedInspector(true, false))) {
      assertThat(proxy.ask().get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void streamThatGrowsAsItIsRead_arrivesWhole() throws Exception {
    byte[] member = gzip(MEMBER);
    ScriptedProvider.Script bomb = (socket, out) -> send(out, "text/event-stream", member, 2);
    try (ScriptedProvider provider = new ScriptedProvider(bomb);
        ProxyAlone proxy = new ProxyAlone(provider, Inspector.NONE)) {
      assertThat(length(proxy.ask().get(20, TimeUnit.SECONDS).body())).isEqualTo(2L * MEMBER);
    }
  }

  private static void send(OutputStream out, String type, byte[] member, int count)
      throws IOException {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
            .formatted(type, member.length * count);
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < count; i++) {
      out.write(member);
    }
  }

  private static byte[] gzip(int length) throws IOException {
    byte[] text = new byte[length];
    Arrays.fill(text, (byte) ' ');
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(coded)) {
      out.write(text);
    }
    return coded.toByteArray();
  }

  private static long length(InputStream body) {
    try (body) {
      return body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
