package com.keeptrusts.gateway.quota;

import static com.keeptrusts.gateway.quota.SlidingWindow.NANOS_PER_SECOND;

import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.RateLimits;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;

/**
 * All that one group has used. Every step is atomic over all windows: the lock is held for well
 * under a microsecond and nothing in it waits.
 */
final class GroupQuota {
  /** Nobody knows when a request ends; a second is the shortest wait that clients understand. */
  private static final long CONCURRENCY_WAIT_NANOS = NANOS_PER_SECOND;

  private final LongSupplier nanos;
  private final Lock lock;
  private final SlidingWindow requests = new SlidingWindow();
  private final SlidingWindow tokens = new SlidingWindow();
  private final DailyTokens days = new DailyTokens();
  private final BurstBucket burst = new BurstBucket();
  private final ExpectedAnswer expected = new ExpectedAnswer();
  private long concurrent;
  private long now;

  /**
   * @param nanos a monotonic clock that begins at 0 or later
   * @param lock this group's own, held once for each step
   */
  GroupQuota(LongSupplier nanos, Lock lock) {
    this.nanos = nanos;
    this.lock = lock;
  }

  Admission admit(RateLimits limits, Endpoint endpoint, ModelRequest request, Instant at) {
    lock.lock();
    try {
      return checkAndTake(limits, endpoint, request, at);
    } finally {
      lock.unlock();
    }
  }

  /** Settles a hold, the first time that it is asked to. */
  void settle(GroupHold hold, Charge charge) {
    lock.lock();
    try {
      if (hold.endOnce()) {
        charge(hold, charge);
      }
    } finally {
      lock.unlock();
    }
  }

  QuotaStanding standing(RateLimits limits, Instant at) {
    lock.lock();
    try {
      return look(limits, at);
    } finally {
      lock.unlock();
    }
  }

  void addToDay(long epochDay, long restored) {
    lock.lock();
    try {
      days.on(epochDay).add(restored);
    } finally {
      lock.unlock();
    }
  }

  private Admission checkAndTake(
      RateLimits limits, Endpoint endpoint, ModelRequest request, Instant at) {
    long cost = expected.tokens(endpoint, request);
    long minuteTokens = clip(cost, limits.tokensPerMinute());
    long dayTokens = clip(cost, limits.tokensPerDay());
    advance();
    long requestWait = requests.nanosUntilFits(1, limits.requestsPerMinute(), now);
    long tokenWait = tokens.nanosUntilFits(minuteTokens, limits.tokensPerMinute(), now);
    long slotWait = slotWait(limits.maxConcurrentRequests());
    long dayWait = days.nanosUntilFits(dayTokens, limits.tokensPerDay(), at, 0);
    boolean fits = (requestWait | tokenWait | slotWait | dayWait) == 0;
    // The bucket comes last: it cannot be asked without taking, and a refusal takes nothing.
    if (fits && burst.take(limits.burst(), now)) {
      return take(limits, endpoint, request, at, minuteTokens, dayTokens);
    }
    Admission.Denied others =
        denied(Dimension.REQUESTS_PER_MINUTE, limits.requestsPerMinute(), requestWait)
            .orLonger(denied(Dimension.TOKENS_PER_MINUTE, limits.tokensPerMinute(), tokenWait))
            .orLonger(
                denied(Dimension.CONCURRENT_REQUESTS, limits.maxConcurrentRequests(), slotWait))
            .orLonger(deniedByBurst(limits));
    dayWait = days.nanosUntilFits(dayTokens, limits.tokensPerDay(), at, others.waitNanos());
    return others.orLonger(denied(Dimension.TOKENS_PER_DAY, limits.tokensPerDay(), dayWait));
  }

  private void charge(GroupHold hold, Charge charge) {
    advance();
    concurrent--;
    if (charge instanceof Charge.Tokens spent) {
      chargeTokens(hold, spent.usage().totalTokens());
      expected.learn(hold.endpoint, hold.request, spent.usage());
    } else if (charge instanceof Charge.RequestOnly) {
      chargeTokens(hold, 0);
    } else if (charge instanceof Charge.Nothing) {
      chargeTokens(hold, 0);
      giveBackRequest(hold);
    }
  }

  private QuotaStanding look(RateLimits limits, Instant at) {
    advance();
    return new QuotaStanding(
        window(limits.requestsPerMinute(), requests.used(), requests.nanosUntilEmpty(now)),
        window(limits.tokensPerMinute(), tokens.used(), tokens.nanosUntilEmpty(now)),
        window(
            limits.tokensPerDay(),
            days.used(DailyTokens.epochDay(at)),
            DailyTokens.nanosUntilMidnight(at)),
        concurrent);
  }

  /** Reads the clock under the lock, so that cells are filled in the order of admission. */
  private void advance() {
    now = Math.max(now, nanos.getAsLong());
    long second = now / NANOS_PER_SECOND;
    requests.advanceTo(second);
    tokens.advanceTo(second);
  }

  private GroupHold take(
      RateLimits limits,
      Endpoint endpoint,
      ModelRequest request,
      Instant at,
      long minuteTokens,
      long dayTokens) {
    DailyTokens.Day day = days.on(DailyTokens.epochDay(at));
    requests.add(1);
    tokens.add(minuteTokens);
    day.add(dayTokens);
    concurrent++;
    return new GroupHold(
        this,
        endpoint,
        request,
        now / NANOS_PER_SECOND,
        minuteTokens,
        day,
        dayTokens,
        limits.burst().isPresent());
  }

  private void chargeTokens(GroupHold hold, long spent) {
    if (!hold.endpoint.countsTokens()) {
      return;
    }
    // A provider's word must not overflow the sums.
    long used = Math.max(0, Math.min(spent, ExpectedAnswer.MOST_TOKENS));
    if (used > hold.minuteTokens) {
      tokens.add(used - hold.minuteTokens);
    } else {
      tokens.giveBack(hold.second, hold.minuteTokens - used);
    }
    hold.day.add(used - hold.dayTokens);
  }

  private void giveBackRequest(GroupHold hold) {
    requests.giveBack(hold.second, 1);
    if (hold.fromBurst) {
      burst.giveBack(now);
    }
  }

  private long slotWait(OptionalLong limit) {
    return concurrent < limit.orElse(Long.MAX_VALUE) ? 0 : CONCURRENCY_WAIT_NANOS;
  }

  private Admission.Denied deniedByBurst(RateLimits limits) {
    long limit = limits.burst().map(RateLimits.Burst::requestsPerSecond).orElse(0L);
    long wait = burst.nanosUntilFits(limits.burst(), now);
    return new Admission.Denied(Dimension.BURST, limit, wait);
  }

  private static Admission.Denied denied(Dimension dimension, OptionalLong limit, long wait) {
    return new Admission.Denied(dimension, limit.orElse(0), wait);
  }

  private static QuotaStanding.Window window(OptionalLong limit, long used, long resetNanos) {
    return new QuotaStanding.Window(limit, used, Wait.millis(resetNanos));
  }

  /** A lone request into an empty window passes, whatever it may cost. */
  private static long clip(long tokens, OptionalLong limit) {
    return Math.min(tokens, limit.orElse(Long.MAX_VALUE));
  }
}
