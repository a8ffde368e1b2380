package com.keeptrusts.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.OneTeam;
import com.keeptrusts.gateway.RawConnection;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each kind of limit, as a client meets it. */
class LimitsIT extends SharedGateway {
  private static final String GROUPS =
      """
      consumer_groups:
        - {name: minute, api_key: kt_cg_minute_abc123, rate_limits: {tokens_per_minute: 60}}
        - {name: day, api_key: kt_cg_day_abc123, rate_limits: {tokens_per_day: 60}}
        - {name: crowd, api_key: kt_cg_crowd_abc123, rate_limits: {max_concurrent_requests: 1}}
        - {name: small, api_key: kt_cg_small_abc123, rate_limits: {tokens_per_minute: 10}}
      """;

  @BeforeAll
  static void start() {
    gateway = deployed(GROUPS);
  }

  private static HttpResponse<String> ask(String group) throws Exception {
    return gateway.post(OneTeam.CHAT, "kt_cg_" + group + "_abc123", OneTeam.HELLO);
  }

  private static long header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValueAsLong(name).orElse(-1);
  }

  @Test
  void tokensOfTheMinute_usedUp_are429WithTheTrueWait() throws Exception {
    assertThat(ask("minute").statusCode()).isEqualTo(200);
    HttpResponse<String> answer = ask("minute");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("\"code\": \"rate_limit_exceeded\"", "\"limit\": 60");
    assertThat(header(answer, "Retry-After")).isBetween(30L, 61L);
    assertThat(header(answer, "retry-after-ms")).isBetween(30_000L, 61_000L);
    assertThat(gateway.eventsOf(answer).get(0)).contains("\"result\":\"blocked\"");
  }

  @Test
  void tokensOfTheDay_usedUp_areWhatNoSdkAsksForAgain() throws Exception {
    assertThat(header(ask("day"), "x-ratelimit-limit-tokens-day")).isEqualTo(60);
    HttpResponse<String> answer = ask("day");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("\"code\": \"insufficient_quota\"");
  }

  @Test
  void secondAtOnce_ofAGroupThatMayHaveOne_is429UntilTheFirstHasEnded() throws Exception {
    try (RawConnection first = new RawConnection(gateway)) {
      first.send(
          RawConnection.post(
              OneTeam.CHAT, "kt_cg_crowd_abc123", OneTeam.STREAM, "x-mock: chunks=50;gap=100ms"));
      first.head();
      HttpResponse<String> answer = ask("crowd");
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.body()).contains("\"code\": \"concurrency_limit_exceeded\"");
    }
    await(() -> ask("crowd").statusCode() == 200);
  }

  @Test
  void promptThatAloneExceedsTheLimit_is400AndNeverSent() throws Exception {
    String body = OneTeam.HELLO.replace("Hello", "word ".repeat(100));
    HttpResponse<String> answer = gateway.post(OneTeam.CHAT, "kt_cg_small_abc123", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"code\": \"context_exceeds_quota\"", "\"estimated_tokens\"");
  }
}
