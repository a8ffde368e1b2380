package com.keeptrusts.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.RateLimits;
import com.keeptrusts.gateway.exchange.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class InMemoryQuotaStoreTest {
  private static final long DAY_LEFT_MILLIS = Duration.ofHours(12).toMillis();

  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-04-23T12:00:00Z"));
  private final QuotaStore store = new InMemoryQuotaStore(clock, clock);

  @Test
  void admit_limitPlusOne_deniedAndOtherGroupUnaffected() {
    RateLimits limits = Requests.perMinute(30);
    for (int i = 0; i < 30; i++) {
      assertThat(admit(limits, Requests.of(1, 1))).isInstanceOf(Admission.Taken.class);
    }
    assertThat(admit(limits, Requests.of(1, 1)))
        .isEqualTo(new Admission.Denied(Dimension.REQUESTS_PER_MINUTE, 30, 61_000_000_000L));
    assertThat(
            store.admit(
                "engineering",
                limits,
                Endpoint.CHAT_COMPLETIONS,
                Requests.of(1, 1),
                clock.instant()))
        .isInstanceOf(Admission.Taken.class);
  }

  @Test
  void admit_cellCutByTheEdge_countsWhole() {
    RateLimits limits = Requests.perMinute(1);
    clock.advance(Duration.ofMillis(999));
    take(limits, Requests.of(1, 1));
    clock.advance(Duration.ofMillis(60_000));
    assertThat(admit(limits, Requests.of(1, 1)))
        .isEqualTo(new Admission.Denied(Dimension.REQUESTS_PER_MINUTE, 1, 1_000_000));
    clock.advance(Duration.ofMillis(1));
    take(limits, Requests.of(1, 1));
  }

  @Test
  void admit_reloadWithSmallerLimit_countsWhatWasUsed() {
    take(Requests.perMinute(5), Requests.of(1, 1));
    take(Requests.perMinute(5), Requests.of(1, 1));
    assertThat(admit(Requests.perMinute(2), Requests.of(1, 1)))
        .isInstanceOf(Admission.Denied.class);
    take(Requests.perMinute(3), Requests.of(1, 1));
  }

  @Test
  void admit_limitThatComesWithAReload_countsWhatWasUsedWithoutIt() {
    take(RateLimits.NONE, Requests.of(60, 40));
    assertThat(admit(Requests.limits(null, 150L, null, null), Requests.of(60, 40)))
        .isInstanceOf(Admission.Denied.class);
  }

  @Test
  void admit_reservationOverTheLimit_loneRequestPasses() {
    RateLimits limits = Requests.limits(null, 100L, 300L, null);
    Admission.Taken taken = take(limits, Requests.of(90, 4000));
    assertThat(standing(limits).tokensPerMinute().used()).isEqualTo(100);
    assertThat(standing(limits).tokensPerDay().used()).isEqualTo(300);
    assertThat(taken.reservedTokens()).isEqualTo(300);
  }

  @Test
  void admit_promptAloneOverALimit_tooLargeAndNothingTaken() {
    RateLimits limits = Requests.limits(1L, 100L, 90L, null);
    assertThat(admit(limits, Requests.of(101, 1)))
        .isEqualTo(new Admission.PromptTooLarge(Dimension.TOKENS_PER_DAY, 90, 101));
    assertThat(admit(limits, Requests.of(91, 1)))
        .isEqualTo(new Admission.PromptTooLarge(Dimension.TOKENS_PER_DAY, 90, 91));
    assertThat(standing(limits).requestsPerMinute().used()).isZero();
    take(limits, Requests.of(90, 1));
  }

  @Test
  void admit_denied_takesNothingFromAnyWindow() {
    RateLimits limits = Requests.limits(10L, 1000L, 100L, 5L);
    take(limits, Requests.of(50, 40));
    QuotaStanding before = standing(limits);
    assertThat(admit(limits, Requests.of(50, 40)))
        .isEqualTo(
            new Admission.Denied(Dimension.TOKENS_PER_DAY, 100, DAY_LEFT_MILLIS * 1_000_000));
    assertThat(standing(limits)).isEqualTo(before);
  }

  @Test
  void admit_moderation_costsARequestAndNoTokens() {
    RateLimits limits = Requests.limits(2L, 10L, 10L, null);
    take(limits, Requests.of(10, 0));
    Admission.Taken moderation = take(limits, Endpoint.MODERATIONS, Requests.uncapped(5000));
    moderation.end(Requests.spent(5000, 5000));
    assertThat(standing(limits).requestsPerMinute().used()).isEqualTo(2);
    assertThat(standing(limits).tokensPerMinute().used()).isEqualTo(10);
    assertThat(standing(limits).tokensPerDay().used()).isEqualTo(10);
  }

  @Test
  void admit_embeddings_reserveThePromptOnly() {
    assertThat(take(RateLimits.NONE, Endpoint.EMBEDDINGS, Requests.uncapped(70)).reservedTokens())
        .isEqualTo(70);
  }

  @Test
  void admit_unknownModel_reserves500ForEachChoiceUpToTheCap() {
    assertThat(take(RateLimits.NONE, Requests.uncapped(10)).reservedTokens()).isEqualTo(510);
    assertThat(take(RateLimits.NONE, Requests.of(10, 80)).reservedTokens()).isEqualTo(90);
    ModelRequest three = Requests.of("gpt-4o", 10, OptionalLong.of(9000), 3);
    assertThat(take(RateLimits.NONE, three).reservedTokens()).isEqualTo(1510);
  }

  @Test
  void admit_absurdNumbers_doNotOverflow() {
    ModelRequest absurd = Requests.of("gpt-4o", 10, OptionalLong.empty(), Long.MAX_VALUE);
    RateLimits limits = Requests.limits(null, 100L, null, null);
    take(limits, absurd).end(Requests.spent(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2));
    assertThat(standing(limits).tokensPerMinute().used()).isPositive();
    assertThat(admit(limits, Requests.of(1, 1))).isInstanceOf(Admission.Denied.class);
    clock.advance(Duration.ofSeconds(61));
    take(limits, absurd).end(Requests.spent(-5, -5));
    assertThat(standing(limits).tokensPerMinute().used()).isZero();
  }

  @Test
  void admit_twentyAnswersKnown_reservesTheir95thPercentile() {
    for (int i = 1; i <= 20; i++) {
      assertThat(take(RateLimits.NONE, Requests.uncapped(10)).reservedTokens()).isEqualTo(510);
      take(RateLimits.NONE, Requests.uncapped(10)).end(Requests.spent(10, i));
    }
    assertThat(take(RateLimits.NONE, Requests.uncapped(10)).reservedTokens()).isEqualTo(29);
  }

  @Test
  void end_estimatedUsage_teachesNothing() {
    for (int i = 1; i <= 40; i++) {
      take(RateLimits.NONE, Requests.uncapped(10))
          .end(new Charge.Tokens(TokenUsage.estimated(10, 1)));
    }
    assertThat(take(RateLimits.NONE, Requests.uncapped(10)).reservedTokens()).isEqualTo(510);
  }

  @Test
  void end_nothing_givesBackTheRequestToo() {
    RateLimits limits = Requests.limits(1L, 100L, 100L, 1L);
    take(limits, Requests.of(50, 50)).end(new Charge.Nothing());
    assertThat(standing(limits))
        .isEqualTo(
            new QuotaStanding(
                window(1, 0, 0), window(100, 0, 0), window(100, 0, DAY_LEFT_MILLIS), 0));
  }

  @Test
  void end_requestOnly_givesTheTokensBack() {
    RateLimits limits = Requests.limits(5L, 100L, 100L, 1L);
    take(limits, Requests.of(50, 50)).end(new Charge.RequestOnly());
    assertThat(standing(limits).requestsPerMinute().used()).isEqualTo(1);
    assertThat(standing(limits).tokensPerMinute().used()).isZero();
    assertThat(standing(limits).tokensPerDay().used()).isZero();
  }

  @Test
  void end_reserved_keepsTheTokensAndFreesThePlace() {
    RateLimits limits = Requests.limits(5L, 200L, 200L, 1L);
    take(limits, Requests.of(50, 50)).end(new Charge.Reserved());
    assertThat(standing(limits).tokensPerMinute().used()).isEqualTo(100);
    assertThat(standing(limits).tokensPerDay().used()).isEqualTo(100);
    assertThat(standing(limits).concurrent()).isZero();
  }

  @Test
  void end_twice_countsOnce() {
    RateLimits limits = Requests.limits(5L, 200L, 200L, 3L);
    take(limits, Requests.of(50, 50));
    Admission.Taken taken = take(limits, Requests.of(50, 50));
    taken.end(Requests.spent(50, 10));
    taken.end(new Charge.Nothing());
    assertThat(standing(limits).requestsPerMinute().used()).isEqualTo(2);
    assertThat(standing(limits).tokensPerMinute().used()).isEqualTo(160);
    assertThat(standing(limits).concurrent()).isEqualTo(1);
  }

  @Test
  void end_usedBeyondTheReservation_isChargedNowAndAgesOutWithThisSecond() {
    RateLimits limits = Requests.limits(null, 100L, null, null);
    Admission.Taken taken = take(limits, Requests.of(40, 20));
    clock.advance(Duration.ofSeconds(30));
    taken.end(Requests.spent(40, 260));
    assertThat(standing(limits).tokensPerMinute().used()).isEqualTo(300);
    assertThat(standing(limits).tokensPerMinute().remaining()).hasValue(0);
    clock.advance(Duration.ofSeconds(31));
    assertThat(standing(limits).tokensPerMinute().used()).isEqualTo(240);
    clock.advance(Duration.ofSeconds(30));
    assertThat(standing(limits).tokensPerMinute().used()).isZero();
  }

  @Test
  void end_afterTheCellAgedOut_givesNothingBackTwice() {
    RateLimits limits = Requests.limits(9L, 100L, 1000L, null);
    Admission.Taken late = take(limits, Requests.of(40, 60));
    clock.advance(Duration.ofSeconds(61));
    take(limits, Requests.of(40, 60));
    late.end(new Charge.Nothing());
    assertThat(standing(limits).requestsPerMinute().used()).isEqualTo(1);
    assertThat(standing(limits).tokensPerMinute().used()).isEqualTo(100);
    assertThat(standing(limits).tokensPerDay().used()).isEqualTo(100);
  }

  @Test
  void end_afterMidnight_leavesTheNewDayAlone() {
    RateLimits limits = Requests.limits(null, null, 1000L, null);
    Admission.Taken beyond = take(limits, Requests.of(400, 100));
    Admission.Taken below = take(limits, Requests.of(400, 100));
    clock.advance(Duration.ofHours(12));
    take(limits, Requests.of(60, 10));
    beyond.end(Requests.spent(400, 600));
    below.end(new Charge.Nothing());
    assertThat(standing(limits).tokensPerDay().used()).isEqualTo(70);
  }

  @Test
  void admit_concurrencyFull_deniedUntilOneEnds() {
    RateLimits limits = Requests.limits(null, null, null, 2L);
    take(limits, Requests.of(1, 1));
    Admission.Taken second = take(limits, Requests.of(1, 1));
    assertThat(admit(limits, Requests.of(1, 1)))
        .isEqualTo(new Admission.Denied(Dimension.CONCURRENT_REQUESTS, 2, 1_000_000_000));
    second.end(new Charge.Reserved());
    take(limits, Requests.of(1, 1));
  }

  @Test
  void admit_severalLimitsRefuse_namesTheLongestWait() {
    RateLimits limits = Requests.limits(1L, 10L, 10L, 1L);
    take(limits, Requests.of(5, 5));
    assertThat(admit(limits, Requests.of(5, 5)))
        .isEqualTo(new Admission.Denied(Dimension.TOKENS_PER_DAY, 10, DAY_LEFT_MILLIS * 1_000_000));
  }

  @Test
  void restoreDay_afterAdmissions_addsToThem() {
    RateLimits limits = Requests.limits(null, null, 1000L, null);
    take(limits, Requests.of(60, 40));
    store.restoreDay("marketing", LocalDate.parse("2026-04-23"), 700);
    store.restoreDay("marketing", LocalDate.parse("2026-04-22"), 999);
    assertThat(standing(limits).tokensPerDay().used()).isEqualTo(800);
    assertThat(admit(limits, Requests.of(200, 1)).getClass()).isEqualTo(Admission.Denied.class);
  }

  @Test
  void admit_wallClockStepsBackOverMidnight_neitherDayIsResetOrCountedTwice() {
    RateLimits limits = Requests.limits(null, null, 1000L, null);
    take(limits, Requests.of(600, 0));
    clock.advance(Duration.ofHours(12));
    take(limits, Requests.of(50, 0));
    clock.stepWall(Duration.ofSeconds(-2));
    assertThat(standing(limits).tokensPerDay().used()).isEqualTo(600);
    take(limits, Requests.of(300, 0));
    assertThat(standing(limits).tokensPerDay().used()).isEqualTo(900);
    clock.stepWall(Duration.ofSeconds(2));
    assertThat(standing(limits).tokensPerDay().used()).isEqualTo(50);
  }

  @Test
  void admit_wallClockGoesToAndFroOverThreeDays_noDayIsForgotten() {
    RateLimits limits = Requests.limits(null, null, 1000L, null);
    clock.advance(Duration.ofHours(12));
    take(limits, Requests.of(50, 0));
    clock.stepWall(Duration.ofSeconds(-1));
    take(limits, Requests.of(60, 0));
    clock.stepWall(Duration.ofSeconds(86_401));
    take(limits, Requests.of(70, 0));
    clock.stepWall(Duration.ofSeconds(-1));
    assertThat(standing(limits).tokensPerDay().used()).isEqualTo(50);
  }

  @Test
  void admit_steppedBackAndTomorrowUsedUp_waitsForTheDayAfter() {
    RateLimits limits = Requests.limits(null, null, 100L, null);
    take(limits, Requests.of(100, 0));
    clock.advance(Duration.ofHours(12));
    take(limits, Requests.of(100, 0));
    clock.stepWall(Duration.ofSeconds(-2));
    assertThat(admit(limits, Requests.of(1, 0)))
        .isEqualTo(new Admission.Denied(Dimension.TOKENS_PER_DAY, 100, 86_402_000_000_000L));
  }

  @Test
  void standing_unknownGroup_isEmpty() {
    assertThat(store.standing("nobody", Requests.perMinute(5)).requestsPerMinute())
        .isEqualTo(window(5, 0, 0));
  }

  private static QuotaStanding.Window window(long limit, long used, long resetMillis) {
    return new QuotaStanding.Window(OptionalLong.of(limit), used, resetMillis);
  }

  private QuotaStanding standing(RateLimits limits) {
    return store.standing("marketing", limits);
  }

  private Admission.Taken take(RateLimits limits, ModelRequest request) {
    return take(limits, Endpoint.CHAT_COMPLETIONS, request);
  }

  private Admission.Taken take(RateLimits limits, Endpoint endpoint, ModelRequest request) {
    Admission admission = store.admit("marketing", limits, endpoint, request, clock.instant());
    assertThat(admission).isInstanceOf(Admission.Taken.class);
    return (Admission.Taken) admission;
  }

  private Admission admit(RateLimits limits, ModelRequest request) {
    return store.admit("marketing", limits, Endpoint.CHAT_COMPLETIONS, request, clock.instant());
  }
}
