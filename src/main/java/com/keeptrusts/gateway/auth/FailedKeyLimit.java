package com.keeptrusts.gateway.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/** Slows down an address that guesses keys: a velocity, so a token bucket. */
final class FailedKeyLimit {
  private static final int FAILURES_PER_MINUTE = 20;
  private static final int ADDRESSES = 10_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(ADDRESSES)
          .expireAfterAccess(Duration.ofMinutes(2))
          .executor(Runnable::run)
          .build();

  /** Counts a failure; returns how long the address has to wait when there were too many. */
  Optional<Duration> failed(String address) {
    Bucket bucket = buckets.get(address, unknown -> newBucket());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** How long an address has to wait that has failed too often already; nothing is counted. */
  Optional<Duration> waitOf(String address) {
    Bucket bucket = buckets.getIfPresent(address);
    return Optional.ofNullable(bucket)
        .map(known -> known.estimateAbilityToConsume(1))
        .filter(probe -> !probe.canBeConsumed())
        .map(probe -> Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private static Bucket newBucket() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(FAILURES_PER_MINUTE)
                    .refillGreedy(FAILURES_PER_MINUTE, Duration.ofMinutes(1)))
        .build();
  }
}
