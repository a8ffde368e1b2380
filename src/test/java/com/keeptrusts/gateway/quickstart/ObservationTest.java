package com.keeptrusts.gateway.quickstart;

import static com.keeptrusts.gateway.quickstart.MockClient.CHAT;
import static com.keeptrusts.gateway.quickstart.MockClient.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationTest extends WithMockProvider {
  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void received_isWhatWasSentToTheLetter() throws Exception {
    Instant before = Instant.now();
    String body = chat("m", "");
    try (RawClient raw = new RawClient(provider)) {
      raw.post(CHAT + "?a=b&c", body, "X-ODD-case:  two  words ", "x-odd-CASE: again");
      raw.readAnswer();
    }

    ReceivedRequest request = provider.received().get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/v1" + CHAT);
    assertThat(request.query()).hasValue("a=b&c");
    assertThat(request.headers())
        .contains(new HttpHeader("X-ODD-case", "two  words"), new HttpHeader("Host", "mock"));
    assertThat(request.headers("x-odd-case")).containsExactly("two  words", "again");
    assertThat(request.bodyText()).isEqualTo(body);
    assertThat(request.receivedAt()).isBetween(before, Instant.now());
  }

  @Test
  void call_thatWasAnswered_isCompletedAndNotActive() throws Exception {
    client.events(CHAT, chat("m", ",\"stream\":true,\"max_tokens\":1"));
    assertThat(provider.awaitIdle(SOON)).isTrue();

    CallEnding ending = provider.calls().get(0).ending().orElseThrow();
    assertThat(ending.kind()).isEqualTo(CallEnding.Kind.COMPLETED);
    assertThat(ending.eventsSent()).isEqualTo(4);
    assertThat(provider.activeCalls()).isZero();
  }

  @Test
  void await_thatNothingFulfils_endsInTime() throws Exception {
    assertThat(provider.awaitReceived(1, Duration.ofMillis(20))).isFalse();
    assertThat(provider.awaitDeparture(Duration.ofMillis(20))).isEmpty();
  }

  @Test
  void calls_areKeptUpToANumberAndCountedBeyondIt() throws Exception {
    try (MockProvider forgetful = MockProvider.start(MockOptions.onPort(0).remembering(2))) {
      for (String model : List.of("one", "two", "three")) {
        new MockClient(forgetful).post(CHAT, chat(model, ""));
      }

      assertThat(forgetful.receivedCount()).isEqualTo(3);
      assertThat(forgetful.received())
          .extracting(ReceivedRequest::bodyText)
          .containsExactly(chat("two", ""), chat("three", ""));
    }
  }

  @Test
  void log_hasALineForEachRequestBeforeItIsAnswered(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("requests.jsonl");
    try (MockProvider logging = MockProvider.start(MockOptions.onPort(0).loggingTo(file));
        RawClient raw = new RawClient(logging)) {
      raw.post(CHAT, chat("mock-hang", ""), "x-request-id: req-7");
      assertThat(logging.awaitReceived(1, SOON)).isTrue();
      Map<String, Object> line = Json.parse(Files.readAllBytes(file));

      assertThat(line)
          .containsEntry("request_id", "req-7")
          .containsEntry("path", "/v1" + CHAT)
          .containsEntry("sha256", sha256(chat("mock-hang", "")))
          .containsKey("received_at");
    }
  }

  @Test
  void log_isAppendedTo(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("requests.jsonl");
    for (int run = 0; run < 2; run++) {
      try (MockProvider logging = MockProviderMain.start("--log", file.toString())) {
        new MockClient(logging).post(CHAT, chat("m", ""));
      }
    }

    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void main_takesABehaviourAndRefusesWhatItDoesNotKnow() throws Exception {
    try (MockProvider provider = MockProviderMain.start("--behave", "status=503", "--port", "0")) {
      assertThat(new MockClient(provider).post(CHAT, chat("m", "")).statusCode()).isEqualTo(503);
    }
    assertThatThrownBy(() -> MockProviderMain.start("--help"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("usage: MockProviderMain");
  }

  @Test
  void main_takesABehaviourForOneModel() throws Exception {
    try (MockProvider provider =
        MockProviderMain.start("--model", "busy=status=503", "--model", "broken=status=500")) {
      MockClient client = new MockClient(provider);
      assertThat(client.post(CHAT, chat("busy", "")).statusCode()).isEqualTo(503);
      assertThat(client.post(CHAT, chat("broken", "")).statusCode()).isEqualTo(500);
      assertThat(client.post(CHAT, chat("other", "")).statusCode()).isEqualTo(200);
    }
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8")));
  }
}
