package com.keeptrusts.gateway.quickstart;

import static com.keeptrusts.gateway.quickstart.MockClient.CHAT;
import static com.keeptrusts.gateway.quickstart.MockClient.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndingsTest extends WithRawClient {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final String STREAM = ",\"stream\":true";

  @Test
  void close_beforeTheHead_isAnEmptyAnswer() throws Exception {
    raw.post(CHAT, chat("mock-close-early", ""));

    assertThat(raw.readAll()).isEmpty();
    assertThat(provider.awaitEnding(CallEnding.Kind.DIED, SOON)).isPresent();
  }

  @Test
  void die_beforeTheHead_isAReset() throws Exception {
    raw.post(CHAT, chat("mock-die-early", ""));

    assertThatThrownBy(raw::readAll).isInstanceOf(SocketException.class);
  }

  @Test
  void dieAfter_sendsThatManyEventsThenResets() throws Exception {
    raw.post(CHAT, chat("m", STREAM), "x-mock: die-after=2");

    assertThat(raw.readTo("\"Hell\"")).startsWith("HTTP/1.1 200 OK");
    assertThatThrownBy(raw::readAll)
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
    Call call = provider.awaitEnding(CallEnding.Kind.DIED, SOON).orElseThrow();
    assertThat(call.ending().orElseThrow().eventsSent()).isEqualTo(2);
  }

  @Test
  void dieAfter_none_sendsTheHeadOnly() throws Exception {
    raw.post(CHAT, chat("m", STREAM), "x-mock: close-after=0");

    assertThat(raw.readAll()).startsWith("HTTP/1.1 200 OK").endsWith("\r\n\r\n");
  }

  @Test
  void closeAfter_leavesTheStreamWithoutItsLastChunk() throws Exception {
    raw.post(CHAT, chat("mock-close", STREAM));

    assertThat(raw.readAll()).contains("\"Hell\"", "\"o fr\"").doesNotContain("om t", "\r\n0\r\n");
  }

  @Test
  void closeAfter_ofAPlainAnswer_keepsBackHalfOfThePromisedLength() throws Exception {
    raw.post(CHAT, chat("m", ""), "x-mock: close-after=1");

    String answer = raw.readAll();
    int promised = Integer.parseInt(answer.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1"));
    assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).hasSize(promised / 2);
  }

  @Test
  void silentAfter_staysConnectedAndSaysNothingMore() throws Exception {
    raw.post(CHAT, chat("mock-silent", STREAM));
    raw.readTo("\"o fr\"");

    assertThat(provider.activeCalls()).isEqualTo(1);
    raw.close();
    Call call = provider.awaitDeparture(SOON).orElseThrow();
    assertThat(call.ending().orElseThrow().eventsSent()).isEqualTo(3);
  }

  @Test
  void connection_afterADeath_isNotUsedAgainButTheProviderIs() throws Exception {
    raw.post(CHAT, chat("mock-die", STREAM));
    assertThatThrownBy(raw::readAll).isInstanceOf(SocketException.class);

    assertThat(client.post(CHAT, chat("m", "")).statusCode()).isEqualTo(200);
  }
}
