package com.keeptrusts.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.RateLimits;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BurstTest {
  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-04-23T12:00:00Z"));
  private final QuotaStore store = new InMemoryQuotaStore(clock, clock);

  @Test
  void admit_bucketEmpty_deniedUntilItsRefill() {
    RateLimits limits = Requests.burst(4, 2);
    assertThat(admittedOf(5, limits)).isEqualTo(2);
    assertThat(admit(limits)).isEqualTo(new Admission.Denied(Dimension.BURST, 4, 250_000_000));
    clock.advance(Duration.ofMillis(249));
    assertThat(admit(limits)).isInstanceOf(Admission.Denied.class);
    clock.advance(Duration.ofMillis(1));
    assertThat(admittedOf(5, limits)).isEqualTo(1);
  }

  @Test
  void admit_deniedByAWindow_takesNothingFromTheBucket() {
    RateLimits both = Requests.burst(1, 2);
    RateLimits tight =
        new RateLimits(
            Requests.perMinute(1).requestsPerMinute(),
            both.tokensPerMinute(),
            both.tokensPerDay(),
            both.maxConcurrentRequests(),
            both.burst());
    assertThat(admittedOf(5, tight)).isEqualTo(1);
    assertThat(admittedOf(5, both)).isEqualTo(1);
  }

  @Test
  void end_nothing_givesTheBucketBackOneAndNoMore() {
    RateLimits limits = Requests.burst(1, 2);
    Admission.Taken first = (Admission.Taken) admit(limits);
    admit(limits);
    first.end(new Charge.Nothing());
    first.end(new Charge.Nothing());
    assertThat(admittedOf(5, limits)).isEqualTo(1);
  }

  @Test
  void end_nothingOfAnAdmissionWithoutBurst_addsNothingToTheBucket() {
    Admission.Taken unlimited = (Admission.Taken) admit(RateLimits.NONE);
    assertThat(admittedOf(5, Requests.burst(1, 2))).isEqualTo(2);
    unlimited.end(new Charge.Nothing());
    assertThat(admittedOf(5, Requests.burst(1, 2))).isZero();
  }

  @Test
  void admit_reloadBackAndForth_doesNotRefillTheBucket() {
    assertThat(admittedOf(5, Requests.burst(1, 3))).isEqualTo(3);
    assertThat(admittedOf(9, Requests.burst(1, 5))).isEqualTo(2);
    assertThat(admittedOf(9, Requests.burst(1, 3))).isZero();
    clock.advance(Duration.ofSeconds(9));
    assertThat(admittedOf(9, Requests.burst(1, 3))).isEqualTo(3);
  }

  @Test
  void admit_rateBeyondWhatABucketKnows_passes() {
    assertThat(admittedOf(3, Requests.burst(Long.MAX_VALUE, 3))).isEqualTo(3);
  }

  private int admittedOf(int requests, RateLimits limits) {
    int admitted = 0;
    for (int i = 0; i < requests; i++) {
      admitted += admit(limits) instanceof Admission.Taken ? 1 : 0;
    }
    return admitted;
  }

  private Admission admit(RateLimits limits) {
    return store.admit(
        "marketing", limits, Endpoint.CHAT_COMPLETIONS, Requests.of(1, 1), clock.instant());
  }
}
