package com.keeptrusts.gateway.quota;

import com.keeptrusts.gateway.exchange.RateLimits.Burst;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A velocity on top of the windows. Guarded by the group's lock, whose moment it is given. */
final class BurstBucket {
  /** Bucket4j has no rate above one a nanosecond; nobody will notice. */
  private static final long MOST_PER_SECOND = SlidingWindow.NANOS_PER_SECOND;

  private @Nullable Burst settings;
  private @Nullable Bucket bucket;
  private long nowNanos;

  /** Takes one request, if there is one to be had; always where there is no limit. */
  boolean take(Optional<Burst> limit, long now) {
    return limit.isEmpty() || bucketFor(limit.get(), now).tryConsume(1);
  }

  /** How long until there is one to be had. */
  long nanosUntilFits(Optional<Burst> limit, long now) {
    if (limit.isEmpty()) {
      return 0;
    }
    return bucketFor(limit.get(), now).estimateAbilityToConsume(1).getNanosToWaitForRefill();
  }

  /** Gives back one request; the bucket never holds more than its size. */
  void giveBack(long now) {
    if (bucket != null) {
      nowNanos = now;
      bucket.addTokens(1);
    }
  }

  private Bucket bucketFor(Burst wanted, long now) {
    nowNanos = now;
    if (bucket == null) {
      bucket = newBucket(wanted);
    } else if (!wanted.equals(settings)) {
      // What was used stays used, or requests that began before a reload would refill the bucket.
      bucket.replaceConfiguration(configuration(wanted), TokensInheritanceStrategy.ADDITIVE);
    }
    settings = wanted;
    return bucket;
  }

  private Bucket newBucket(Burst wanted) {
    return Bucket.builder()
        .addLimit(configuration(wanted).getBandwidths()[0])
        .withCustomTimePrecision(new GroupClock())
        .withSynchronizationStrategy(SynchronizationStrategy.NONE)
        .build();
  }

  private static BucketConfiguration configuration(Burst wanted) {
    long perSecond = Math.min(wanted.requestsPerSecond(), MOST_PER_SECOND);
    return BucketConfiguration.builder()
        .addLimit(
            limit -> limit.capacity(wanted.size()).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }

  /** The moment of the atomic step, the same that the windows see. */
  private final class GroupClock implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return nowNanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
