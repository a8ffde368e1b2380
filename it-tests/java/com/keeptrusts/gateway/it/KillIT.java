package com.keeptrusts.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.quickstart.MockBehaviour;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} under load: what the provider received is what the events tell. */
class KillIT {
  private static final int CLIENTS = 16;
  private static final int BEFORE_THE_KILL = 400;
  private static final int ALL = 10_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long TOKENS_PER_DAY = 50_000_000;
  private static final String GROUPS =
      """
      consumer_groups:
        - name: load
          api_key: kt_cg_load
          rate_limits: {tokens_per_day: %d}
      """
          .formatted(TOKENS_PER_DAY);
  private static final Pattern MODEL = Pattern.compile("\"model\":\"([^\"]+)\"");

  @TempDir Path home;

  @RepeatedTest(2)
  void killed_underLoad_losesNoRequestAndNoToken() throws Exception {
    try (Deployment deployment = Deployment.of(home, GROUPS)) {
      deployment
          .provider()
          .behave(
              MockBehaviour.GOOD
                  .chunks(10)
                  .firstByteAfter(Duration.ofMillis(10))
                  .gapOf(Duration.ofMillis(2)));
      Load load = Load.start(deployment.baseUrl(), "kt_cg_load", CLIENTS);
      assertThat(deployment.provider().awaitReceived(BEFORE_THE_KILL, PATIENCE)).isTrue();
      deployment.killAndRestart();
      Set<String> answered = load.answeredRequestIds();
      assertThat(deployment.provider().awaitIdle(PATIENCE)).isTrue();

      List<JsonObject> events = deployment.events(ALL);
      assertEachHasOneEvent(receivedModels(deployment), events);
      assertAnsweredOnesAreWhole(answered, events);
      assertThat(remainingToday(deployment)).isEqualTo(TOKENS_PER_DAY - tokensToday(events));
    }
  }

  /** Each request has a model's name of its own, by which both ends can be matched. */
  private static void assertEachHasOneEvent(List<String> received, List<JsonObject> events) {
    assertThat(received).hasSizeBetween(BEFORE_THE_KILL, ALL).doesNotHaveDuplicates();
    assertThat(events).extracting(texts("id")).doesNotHaveDuplicates();
    assertThat(events).extracting(texts("request_id")).doesNotHaveDuplicates();
    assertThat(events).extracting(texts("target")).containsOnly("mock");
    assertThat(events).extracting(texts("model")).doesNotHaveDuplicates().containsAll(received);
    Set<String> known = Set.copyOf(received);
    // An intent is written before its request is sent: the kill can fall in between.
    assertThat(events)
        .filteredOn(event -> !known.contains(event.getString("model")))
        .allSatisfy(event -> assertThat(isInterrupted(event)).isTrue());
  }

  private static void assertAnsweredOnesAreWhole(Set<String> answered, List<JsonObject> events) {
    List<JsonObject> interrupted = events.stream().filter(KillIT::isInterrupted).toList();
    assertThat(interrupted).hasSizeBetween(1, CLIENTS);
    assertThat(interrupted)
        .allSatisfy(
            event -> {
              assertThat(event.getString("result")).isEqualTo("error");
              assertThat(event.getJsonObject("usage").getString("source")).isEqualTo("estimated");
              assertThat(event.getJsonObject("usage").getInt("total_tokens")).isPositive();
            });
    assertThat(events)
        .filteredOn(event -> !isInterrupted(event))
        .extracting(texts("result"))
        .containsOnly("pass");
    assertThat(events)
        .filteredOn(event -> !isInterrupted(event))
        .extracting(texts("request_id"))
        .containsAll(answered);
    assertThat(answered).hasSizeGreaterThan(BEFORE_THE_KILL / 2);
  }

  private static boolean isInterrupted(JsonObject event) {
    return event.getString("reason", "").equals("interrupted");
  }

  private static Function<JsonObject, String> texts(String member) {
    return event -> event.getString(member);
  }

  private static List<String> receivedModels(Deployment deployment) {
    return deployment.provider().received().stream()
        .map(request -> MODEL.matcher(request.bodyText()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .collect(Collectors.toList());
  }

  private static long tokensToday(List<JsonObject> events) {
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    return events.stream()
        .filter(event -> event.getString("timestamp").startsWith(today))
        .mapToLong(event -> event.getJsonObject("usage").getInt("total_tokens"))
        .sum();
  }

  /** Asked with a request that is refused, and so takes nothing itself. */
  private static long remainingToday(Deployment deployment) throws Exception {
    HttpRequest malformed =
        HttpRequest.newBuilder(URI.create(deployment.baseUrl() + "/chat/completions"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer kt_cg_load")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    HttpResponse<Void> answer =
        HttpClient.newHttpClient().send(malformed, HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(400);
    return answer.headers().firstValueAsLong("x-ratelimit-remaining-tokens-day").orElseThrow();
  }
}
