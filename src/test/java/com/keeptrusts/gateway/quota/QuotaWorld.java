package com.keeptrusts.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The store and the naive one, side by side, on one virtual clock. */
final class QuotaWorld {
  private static final String GROUP = "marketing";
  private static final Charge NOTHING = new Charge.Nothing();

  private record Admitted(Admission.Taken taken, NaiveQuota.Taking taking) {}

  final VirtualClock clock = new VirtualClock(Instant.parse("2026-04-23T23:58:30.25Z"));
  private final QuotaStore store = new InMemoryQuotaStore(clock, clock);
  private final NaiveQuota naive = new NaiveQuota();
  private final List<Admitted> admitted = new ArrayList<>();
  private final Optional<RateLimits.Burst> burst;
  private RateLimits limits;

  QuotaWorld(Optional<RateLimits.Burst> burst) {
    this.burst = burst;
    this.limits =
        new RateLimits(
            OptionalLong.of(3),
            OptionalLong.of(300),
            OptionalLong.of(900),
            OptionalLong.empty(),
            burst);
  }

  void reload(
      OptionalLong requests, OptionalLong tokens, OptionalLong tokensPerDay, OptionalLong places) {
    limits = new RateLimits(requests, tokens, tokensPerDay, places, burst);
  }

  void restore(long tokens) {
    store.restoreDay(GROUP, clock.instant().atOffset(ZoneOffset.UTC).toLocalDate(), tokens);
    naive.restore(clock.instant(), tokens);
  }

  Admission admit(Endpoint endpoint, ModelRequest request) {
    boolean tooLarge = naive.isPromptTooLarge(limits, endpoint, request);
    boolean fits = !tooLarge && naive.fits(limits, endpoint, request, now(), clock.instant());
    Admission admission = store.admit(GROUP, limits, endpoint, request, clock.instant());
    assertThat(admission instanceof Admission.PromptTooLarge).isEqualTo(tooLarge);
    assertThat(admission instanceof Admission.Taken).isEqualTo(fits);
    if (admission instanceof Admission.Taken taken) {
      admitted.add(
          new Admitted(taken, naive.take(limits, endpoint, request, now(), clock.instant())));
      checkThatThePromiseIsKept(endpoint);
    }
    return admission;
  }

  /** Waits as long as it was told to, and not a millisecond longer. */
  void retry(Endpoint endpoint, ModelRequest request, Admission.Denied denied) {
    if (limits.maxConcurrentRequests().orElse(Long.MAX_VALUE) <= naive.concurrent()) {
      return;
    }
    Duration wait = Duration.ofMillis(Wait.millis(denied.waitNanos()));
    clock.advance(wait.minusMillis(1));
    assertThat(admit(endpoint, request)).isInstanceOf(Admission.Denied.class);
    clock.advance(Duration.ofMillis(1));
    assertThat(admit(endpoint, request)).isInstanceOf(Admission.Taken.class);
  }

  void settle(int which, Charge charge) {
    if (!admitted.isEmpty()) {
      settle(admitted.get(which % admitted.size()), charge);
    }
  }

  void checkStanding() {
    QuotaStanding standing = store.standing(GROUP, limits);
    assertThat(standing.requestsPerMinute().used()).isEqualTo(naive.requestsInWindow(now()));
    assertThat(standing.tokensPerMinute().used()).isEqualTo(naive.tokensInWindow(now()));
    assertThat(standing.tokensPerDay().used()).isEqualTo(naive.tokensOfDay(clock.instant()));
    assertThat(standing.concurrent()).isEqualTo(naive.concurrent());
    checkReset(standing.requestsPerMinute());
    checkReset(standing.tokensPerMinute());
  }

  void settleAllAndCheckThatNothingIsLeft() {
    admitted.forEach(each -> settle(each, NOTHING));
    checkStanding();
    clock.advance(Duration.ofSeconds(61));
    QuotaStanding standing = store.standing(GROUP, limits);
    assertThat(standing.requestsPerMinute().used()).isZero();
    assertThat(standing.tokensPerMinute().used()).isZero();
    assertThat(standing.concurrent()).isZero();
    assertThat(standing.tokensPerDay().used()).isEqualTo(naive.tokensOfDay(clock.instant()));
  }

  private void settle(Admitted each, Charge charge) {
    each.taken().end(charge);
    naive.settle(limits, each.taking(), charge, now());
  }

  private void checkThatThePromiseIsKept(Endpoint endpoint) {
    assertThat(naive.requestsIn60Seconds(now()))
        .isLessThanOrEqualTo(limits.requestsPerMinute().orElse(Long.MAX_VALUE));
    if (endpoint.countsTokens()) {
      assertThat(naive.tokensIn60Seconds(now()))
          .isLessThanOrEqualTo(limits.tokensPerMinute().orElse(Long.MAX_VALUE));
    }
  }

  private static void checkReset(QuotaStanding.Window window) {
    assertThat(window.resetMillis() > 0).isEqualTo(window.used() > 0);
    assertThat(window.resetMillis()).isLessThanOrEqualTo(61_000);
  }

  private long now() {
    return clock.elapsedNanos();
  }
}
