package com.keeptrusts.gateway.auth.jwt;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one issuer: fetched by one at a time, kept while the provider is away. Nothing here
 * waits. Safe from any thread.
 */
final class IssuerKeys {
  /** After that they are fetched again, while they go on. */
  static final Duration FRESH = Duration.ofMinutes(5);

  /** How long they go on when the provider stays away. */
  static final Duration LONGEST = Duration.ofHours(24);

  /** Strangers choose key ids: for those that are unknown the provider is asked this often. */
  static final Duration UNKNOWN_KEY_PAUSE = Duration.ofSeconds(10);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

  /** Gets the keys; may take its time. */
  interface Fetch {
    KeySet fetch() throws IOException;
  }

  private record Known(KeySet keys, long atNanos) {}

  private final String issuer;
  private final Fetch fetch;
  private final Executor pool;
  private final LongSupplier nanos;
  private volatile @Nullable Known known;
  private @Nullable CompletableFuture<Void> underWay;
  private @Nullable Long askedForUnknownNanos;
  private Duration pause = Duration.ZERO;
  private long failedNanos;
  private String problem = "";

  IssuerKeys(String issuer, Fetch fetch, Executor pool, LongSupplier nanos) {
    this.issuer = issuer;
    this.fetch = fetch;
    this.pool = pool;
    this.nanos = nanos;
  }

  /** The keys that count now; the same object as long as they are the same. */
  Optional<KeySet> current() {
    Known now = known;
    return now == null || isOlder(now.atNanos(), LONGEST)
        ? Optional.empty()
        : Optional.of(now.keys());
  }

  /** The fetch that will bring the first keys; empty when one has failed a moment ago. */
  synchronized Optional<CompletableFuture<Void>> first() {
    return underWay == null && isPaused() ? Optional.empty() : Optional.of(fetching());
  }

  /** The fetch that may bring a key which is not known; empty when it is too early to ask again. */
  synchronized Optional<CompletableFuture<Void>> forUnknownKey() {
    if (underWay == null) {
      Long asked = askedForUnknownNanos;
      if (isPaused() || (asked != null && !isOlder(asked, UNKNOWN_KEY_PAUSE))) {
        return Optional.empty();
      }
      askedForUnknownNanos = nanos.getAsLong();
    }
    return Optional.of(fetching());
  }

  /** Begins to fetch what is absent or about to be stale. */
  synchronized void refreshIfDue() {
    Known now = known;
    if (!isPaused() && (now == null || isOlder(now.atNanos(), FRESH))) {
      var unused = fetching();
    }
  }

  /** How long until it makes sense to ask again; at least a second. */
  synchronized Duration retryAfter() {
    Duration left = pause.minusNanos(nanos.getAsLong() - failedNanos);
    return left.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : left;
  }

  /** Why the last fetch failed; empty when it did not. */
  synchronized Optional<String> problem() {
    return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
  }

  private boolean isPaused() {
    return !pause.isZero() && !isOlder(failedNanos, pause);
  }

  private boolean isOlder(long sinceNanos, Duration than) {
    return nanos.getAsLong() - sinceNanos >= than.toNanos();
  }

  private synchronized CompletableFuture<Void> fetching() {
    CompletableFuture<Void> running = underWay;
    if (running != null) {
      return running;
    }
    CompletableFuture<Void> started = new CompletableFuture<>();
    underWay = started;
    try {
      pool.execute(() -> fetch(started));
    } catch (RejectedExecutionException closed) {
      ended(started);
    }
    return started;
  }

  private void fetch(CompletableFuture<Void> started) {
    try {
      arrived(fetch.fetch());
    } catch (IOException | RuntimeException e) {
      failed(e);
    } finally {
      ended(started);
    }
  }

  private synchronized void arrived(KeySet fetched) {
    Known before = known;
    KeySet keys = before == null ? fetched : before.keys().unless(fetched);
    if (before == null || !before.keys().equals(keys) || !problem.isEmpty()) {
      LOG.info("issuer '{}' has {} keys", issuer, keys.keys().size());
    }
    known = new Known(keys, nanos.getAsLong());
    pause = Duration.ZERO;
    problem = "";
  }

  private synchronized void failed(Exception failure) {
    Duration twice = pause.multipliedBy(2);
    pause =
        pause.isZero() ? FIRST_PAUSE : twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    failedNanos = nanos.getAsLong();
    String why = String.valueOf(failure.getMessage());
    if (!why.equals(problem)) {
      String then = current().isPresent() ? "the known ones go on" : "its tokens are refused";
      LOG.warn("the keys of issuer '{}' cannot be fetched, {}: {}", issuer, then, why);
    }
    problem = why;
  }

  private void ended(CompletableFuture<Void> started) {
    synchronized (this) {
      underWay = null;
    }
    started.complete(null);
  }
}
