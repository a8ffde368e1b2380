package com.keeptrusts.gateway.quickstart;

import static com.keeptrusts.gateway.quickstart.MockClient.CHAT;
import static com.keeptrusts.gateway.quickstart.MockClient.chat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadTest extends WithMockProvider {
  private static final Duration SOON = Duration.ofSeconds(15);

  @Test
  void streams_fiveHundredAtOnce_areAllServedToTheirEnds() throws Exception {
    provider.behave(MockBehaviour.GOOD.gapOf(Duration.ofMillis(10)).chunks(20));
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      RawClient raw = new RawClient(provider);
      clients.add(raw);
      raw.post(CHAT, chat("m", ",\"stream\":true"), "Connection: close");
    }
    assertThat(provider.awaitReceived(500, SOON)).isTrue();

    for (RawClient raw : clients) {
      assertThat(raw.readAll()).endsWith("data: [DONE]\n\n\r\n0\r\n\r\n");
      raw.close();
    }
  }

  @Test
  void requests_oneAfterTheOther_takeLessThanFiveMillisecondsEach() throws Exception {
    String body = chat("m", "");
    try (RawClient raw = new RawClient(provider)) {
      long start = System.nanoTime();
      for (int i = 0; i < 2000; i++) {
        raw.post(CHAT, body);
        raw.readAnswer();
      }

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isLessThan(Duration.ofMillis(5 * 2000));
    }
  }
}
