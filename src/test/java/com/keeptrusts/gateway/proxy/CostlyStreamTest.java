package com.keeptrusts.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.ScriptedProvider;
import com.keeptrusts.gateway.exchange.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams at whose events policies may look for long; one thread reads everybody's answers. */
class CostlyStreamTest {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
  private static final String DONE = "data: [DONE]\n\n";
  private static final int EVENTS = 300;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void event_thatTakesLong_keepsNobodyWaiting(boolean holds) throws Exception {
    ScriptedInspector inspector = new ScriptedInspector(holds, /* takesLong= */ true);
    String slow = HEAD + event("slow") + event("after") + DONE;
    try (ScriptedProvider provider = playing(slow);
        ProxyAlone proxy = new ProxyAlone(provider, inspector)) {
      InputStream first = proxy.ask().get(10, TimeUnit.SECONDS).body();
      assertThat(inspector.slowBegun.await(10, TimeUnit.SECONDS)).isTrue();
      provider.play(HEAD + event("quick") + DONE);
      assertThat(text(proxy.ask().get(10, TimeUnit.SECONDS).body()))
          .isEqualTo(event("quick") + DONE);
      inspector.goOn.countDown();
      assertThat(text(first)).isEqualTo(event("slow") + event("after") + DONE);
      assertThat(proxy.endings)
          .extracting(Outcome::ending)
          .containsExactly(Outcome.Ending.ANSWERED, Outcome.Ending.ANSWERED);
      assertThat(inspector.whileReading).hasValue(0);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void events_thatTakeLong_leaveInOrderWhateverPiecesTheyComeIn(boolean holds) throws Exception {
    ScriptedInspector inspector = new ScriptedInspector(holds, /* takesLong= */ true);
    List<String> words = IntStream.range(0, EVENTS).mapToObj(i -> "word" + i).toList();
    String events = words.stream().map(CostlyStreamTest::event).collect(Collectors.joining());
    try (ScriptedProvider provider = new ScriptedProvider((socket, out) -> trickle(out, events));
        ProxyAlone proxy = new ProxyAlone(provider, inspector)) {
      assertThat(text(proxy.ask().get(10, TimeUnit.SECONDS).body())).isEqualTo(events + DONE);
      assertThat(inspector.looked).isEqualTo(words);
    }
  }

  @Test
  void client_thatLeavesDuringALook_endsItsExchangeAtOnce() throws Exception {
    ScriptedInspector inspector = new ScriptedInspector(/* holds= */ true, /* takesLong= */ true);
    try (ScriptedProvider provider = playing(HEAD + event("slow") + event("after") + DONE);
        ProxyAlone proxy = new ProxyAlone(provider, inspector)) {
      InputStream body = proxy.ask().get(10, TimeUnit.SECONDS).body();
      assertThat(inspector.slowBegun.await(10, TimeUnit.SECONDS)).isTrue();
      body.close();
      assertThat(proxy.endings.poll(10, TimeUnit.SECONDS).ending())
          .isEqualTo(Outcome.Ending.CLIENT_LEFT);
      inspector.goOn.countDown();
    }
  }

  @Test
  void events_thatAreCheap_areLookedAtWhereTheyAreRead() throws Exception {
    ScriptedInspector inspector = new ScriptedInspector(/* holds= */ true, /* takesLong= */ false);
    try (ScriptedProvider provider = playing(HEAD + event("one") + event("two") + DONE);
        ProxyAlone proxy = new ProxyAlone(provider, inspector)) {
      assertThat(text(proxy.ask().get(10, TimeUnit.SECONDS).body()))
          .isEqualTo(event("one") + event("two") + DONE);
      assertThat(inspector.whileReading).hasValue(2);
    }
  }

  private static ScriptedProvider playing(String answer) {
    ScriptedProvider provider = new ScriptedProvider((socket, out) -> {});
    provider.play(answer);
    return provider;
  }

  /** Pieces of all lengths, cut wherever it comes. */
  private static void trickle(OutputStream out, String events) throws IOException {
    byte[] bytes = (HEAD + events + DONE).getBytes(StandardCharsets.US_ASCII);
    int length = 1;
    for (int at = 0; at < bytes.length; at += length) {
      length = Math.min(length % 211 + 7, bytes.length - at);
      out.write(bytes, at, length);
    }
  }

  private static String event(String content) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + content + "\"}}]}\n\n";
  }

  private static String text(InputStream body) throws IOException {
    return new String(body.readAllBytes(), StandardCharsets.UTF_8);
  }
}
