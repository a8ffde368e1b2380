package com.keeptrusts.gateway.quota;

import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.RateLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** One gateway's counts, a record per group and a lock per record. */
public final class InMemoryQuotaStore implements QuotaStore {
  private final ConcurrentMap<String, GroupQuota> groups = new ConcurrentHashMap<>();
  private final InstantSource wallClock;
  private final LongSupplier sinceStart;
  private final Supplier<Lock> locks;

  /**
   * @param wallClock says which UTC day it is
   * @param nanos monotonic, as {@link System#nanoTime}; the windows slide by it
   */
  public InMemoryQuotaStore(InstantSource wallClock, LongSupplier nanos) {
    this(wallClock, nanos, ReentrantLock::new);
  }

  /**
   * Takes its locks from outside: under a fair one every gap in an admission is found at once.
   *
   * @param locks makes the lock of a new group
   */
  InMemoryQuotaStore(InstantSource wallClock, LongSupplier nanos, Supplier<Lock> locks) {
    this.locks = locks;
    this.wallClock = wallClock;
    long start = nanos.getAsLong();
    this.sinceStart = () -> nanos.getAsLong() - start;
  }

  @Override
  public Admission admit(
      String group, RateLimits limits, Endpoint endpoint, ModelRequest request, Instant at) {
    if (endpoint.countsTokens()) {
      boolean overMinute = request.promptTokens() > orNone(limits.tokensPerMinute());
      boolean overDay = request.promptTokens() > orNone(limits.tokensPerDay());
      if (overMinute || overDay) {
        return tooLarge(limits, request.promptTokens());
      }
    }
    return quotaOf(group).admit(limits, endpoint, request, at);
  }

  @Override
  public QuotaStanding standing(String group, RateLimits limits) {
    GroupQuota quota = groups.get(group);
    // A look must not make a record: whoever asks may name what is no group.
    return (quota == null ? newQuota() : quota).standing(limits, wallClock.instant());
  }

  @Override
  public void restoreDay(String group, LocalDate day, long tokens) {
    quotaOf(group).addToDay(day.toEpochDay(), tokens);
  }

  private GroupQuota quotaOf(String group) {
    GroupQuota quota = groups.get(group);
    return quota != null ? quota : groups.computeIfAbsent(group, name -> newQuota());
  }

  private GroupQuota newQuota() {
    return new GroupQuota(sinceStart, locks.get());
  }

  private static Admission tooLarge(RateLimits limits, long promptTokens) {
    long minute = orNone(limits.tokensPerMinute());
    long day = orNone(limits.tokensPerDay());
    return minute <= day
        ? new Admission.PromptTooLarge(Dimension.TOKENS_PER_MINUTE, minute, promptTokens)
        : new Admission.PromptTooLarge(Dimension.TOKENS_PER_DAY, day, promptTokens);
  }

  private static long orNone(OptionalLong limit) {
    return limit.orElse(Long.MAX_VALUE);
  }
}
