package com.keeptrusts.gateway.quickstart;

import static com.keeptrusts.gateway.quickstart.MockClient.CHAT;
import static com.keeptrusts.gateway.quickstart.MockClient.chat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepartureTest extends WithMockProvider {
  /** The provider needs no time; the machine may. */
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  private static final Duration SOON = Duration.ofSeconds(5);

  @ParameterizedTest
  @ValueSource(strings = {"silent", "silent-after=2", "first-byte=1m", "gap=1m"})
  void client_closesWhileTheProviderIsSilent_isNoticedAtOnce(String words) throws Exception {
    RawClient raw = waiting(words);
    Instant left = Instant.now();
    raw.close();

    assertThat(departure()).isBetween(left, left.plus(AT_ONCE));
    assertThat(provider.activeCalls()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent", "silent-after=2", "first-byte=1m", "gap=1m"})
  void client_resetsWhileTheProviderIsSilent_isNoticedAtOnce(String words) throws Exception {
    RawClient raw = waiting(words);
    Instant left = Instant.now();
    raw.reset();

    assertThat(departure()).isBetween(left, left.plus(AT_ONCE));
  }

  @Test
  void client_leavesAndTheProviderOnlyWrites_isNoticedByTheWrite() throws Exception {
    RawClient raw = waiting("piece=4096;size=64m");
    raw.readTo("data: ");
    raw.close();

    assertThat(provider.awaitDeparture(SOON)).isPresent();
  }

  @Test
  void client_thatSendsMoreMeanwhile_hasNotLeft() throws Exception {
    try (RawClient raw = waiting("gap=10ms;chunks=20")) {
      raw.send("GET /v1/models HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\n\r\n");

      assertThat(raw.readTo("0\r\n\r\n")).contains("[DONE]");
      assertThat(raw.readAnswer()).contains("\"object\": \"list\"");
      assertThat(provider.awaitIdle(SOON)).isTrue();
    }
    assertThat(provider.calls())
        .allSatisfy(
            call ->
                assertThat(call.ending().orElseThrow().kind())
                    .isEqualTo(CallEnding.Kind.COMPLETED));
  }

  private RawClient waiting(String words) throws Exception {
    RawClient raw = new RawClient(provider);
    raw.post(CHAT, chat("m", ",\"stream\":true"), "x-mock: " + words);
    assertThat(provider.awaitReceived(1, SOON)).isTrue();
    return raw;
  }

  private Instant departure() throws Exception {
    return provider.awaitDeparture(SOON).orElseThrow().ending().orElseThrow().at();
  }
}
