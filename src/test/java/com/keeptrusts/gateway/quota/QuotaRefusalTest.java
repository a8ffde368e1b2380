package com.keeptrusts.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.http.ErrorBody;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotaRefusalTest {
  @Test
  void of_requestsPerMinute_saysWhichLimitAndWhen() {
    Refusal refusal = denied(Dimension.REQUESTS_PER_MINUTE, 30, Duration.ofNanos(11_200_000_001L));
    assertThat(ErrorBody.pretty(refusal))
        .isEqualTo(
            """
            {
              "error": {
                "code": "rate_limit_exceeded",
                "message": "Consumer group 'marketing' has reached its limit of 30 requests per \
            minute; try again in 11.201s",
                "limit": 30,
                "retry_after_seconds": 12,
                "type": "requests"
              }
            }""");
    assertThat(refusal.headers())
        .containsExactlyInAnyOrderEntriesOf(Map.of("Retry-After", "12", "retry-after-ms", "11201"));
  }

  @Test
  void of_tokensPerMinute_hasTypeTokens() {
    Refusal refusal = denied(Dimension.TOKENS_PER_MINUTE, 50000, Duration.ofSeconds(61));
    assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMIT_EXCEEDED);
    assertThat(refusal.type()).isEqualTo("tokens");
    assertThat(refusal.headers()).doesNotContainKey("x-should-retry");
  }

  @Test
  void of_tokensPerDay_tellsSdksNotToRetry() {
    Refusal refusal = denied(Dimension.TOKENS_PER_DAY, 500000, Duration.ofHours(5));
    assertThat(refusal.code()).isEqualTo(ErrorCode.INSUFFICIENT_QUOTA);
    assertThat(refusal.type()).isEqualTo("insufficient_quota");
    assertThat(refusal.message()).endsWith("500000 tokens per day; try again in 5h0m0s");
    assertThat(refusal.headers())
        .containsEntry("Retry-After", "18000")
        .containsEntry("x-should-retry", "false");
  }

  @Test
  void of_concurrency_hasItsOwnCode() {
    Refusal refusal = denied(Dimension.CONCURRENT_REQUESTS, 20, Duration.ofSeconds(1));
    assertThat(refusal.code()).isEqualTo(ErrorCode.CONCURRENCY_LIMIT_EXCEEDED);
    assertThat(refusal.message()).endsWith("try again when one of them has ended");
    assertThat(refusal.headers()).containsEntry("Retry-After", "1");
  }

  @Test
  void of_promptTooLarge_namesLimitAndEstimate() {
    Refusal refusal =
        QuotaRefusal.of(
            "marketing", new Admission.PromptTooLarge(Dimension.TOKENS_PER_MINUTE, 100, 250));
    assertThat(refusal.code()).isEqualTo(ErrorCode.CONTEXT_EXCEEDS_QUOTA);
    assertThat(refusal.message())
        .isEqualTo(
            "Consumer group 'marketing' has a limit of 100 tokens per minute,"
                + " and the prompt alone has about 250 tokens; shorten it");
    assertThat(refusal.facts())
        .containsExactly(Map.entry("limit", 100L), Map.entry("estimated_tokens", 250L));
    assertThat(refusal.headers()).isEmpty();
  }

  private static Refusal denied(Dimension dimension, long limit, Duration wait) {
    return QuotaRefusal.of("marketing", new Admission.Denied(dimension, limit, wait.toNanos()));
  }
}
