package com.keeptrusts.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.RateLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class QuotaConcurrencyTest {
  private static final int THREADS = 200;
  private static final int RUNS = 50;
  private static final int TRIES = 10;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final CyclicBarrier start = new CyclicBarrier(THREADS);
  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-04-23T12:00:00Z"));

  @AfterEach
  void stop() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void admit_fromManyThreads_exactlyTheLimitInEachRun() throws Exception {
    for (int run = 0; run < RUNS; run++) {
      QuotaStore store = new InMemoryQuotaStore(clock, clock);
      assertThat(admittedByAll(store, Requests.perMinute(1000))).isEqualTo(1000);
    }
  }

  @Test
  void admit_fromManyThreads_noWindowGoesOverInAnyRun() throws Exception {
    RateLimits limits = Requests.limits(900L, 8000L, 70_000L, 1500L);
    for (int run = 0; run < RUNS; run++) {
      QuotaStore store = new InMemoryQuotaStore(clock, clock);
      assertThat(admittedByAll(store, limits)).isEqualTo(800);
      QuotaStanding standing = store.standing("marketing", limits);
      assertThat(standing.requestsPerMinute().used()).isEqualTo(800);
      assertThat(standing.tokensPerMinute().used()).isEqualTo(8000);
      assertThat(standing.tokensPerDay().used()).isEqualTo(8000);
      assertThat(standing.concurrent()).isEqualTo(800);
    }
  }

  @Test
  void admit_burstFromManyThreads_exactlyTheBucketInEachRun() throws Exception {
    for (int run = 0; run < RUNS; run++) {
      QuotaStore store = new InMemoryQuotaStore(clock, clock);
      assertThat(admittedByAll(store, Requests.burst(1, 777))).isEqualTo(777);
    }
  }

  @RepeatedTest(10)
  void end_fromManyThreadsAtOnce_settlesOnce() throws Exception {
    RateLimits limits = Requests.limits(5L, 1000L, 1000L, 2L);
    QuotaStore store = new InMemoryQuotaStore(clock, clock);
    Admission.Taken other = take(store, limits);
    Admission.Taken taken = take(store, limits);
    inAllThreads(
        () -> {
          taken.end(new Charge.Nothing());
          return 0;
        });
    other.end(Requests.spent(4, 3));
    QuotaStanding standing = store.standing("marketing", limits);
    assertThat(standing.requestsPerMinute().used()).isEqualTo(1);
    assertThat(standing.tokensPerMinute().used()).isEqualTo(7);
    assertThat(standing.tokensPerDay().used()).isEqualTo(7);
    assertThat(standing.concurrent()).isZero();
  }

  @Test
  void admitAndEnd_fromManyThreads_nothingIsLostOrCountedTwice() throws Exception {
    QuotaStore store = new InMemoryQuotaStore(clock, clock);
    inAllThreads(
        () -> {
          for (int i = 0; i < TRIES; i++) {
            take(store, RateLimits.NONE).end(Requests.spent(20, i));
          }
          return 0;
        });
    QuotaStanding standing = store.standing("marketing", RateLimits.NONE);
    assertThat(standing.requestsPerMinute().used()).isEqualTo(THREADS * TRIES);
    assertThat(standing.tokensPerMinute().used()).isEqualTo(THREADS * (TRIES * 20 + 45));
    assertThat(standing.tokensPerDay().used()).isEqualTo(THREADS * (TRIES * 20 + 45));
    assertThat(standing.concurrent()).isZero();
  }

  private int admittedByAll(QuotaStore store, RateLimits limits) throws Exception {
    return inAllThreads(
        () -> {
          int admitted = 0;
          for (int i = 0; i < TRIES; i++) {
            admitted += admit(store, limits) instanceof Admission.Taken ? 1 : 0;
          }
          return admitted;
        });
  }

  /** Runs the same in every thread, begun together; returns the sum. */
  private int inAllThreads(Callable<Integer> task) throws Exception {
    List<Future<Integer>> results = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      results.add(
          threads.submit(
              () -> {
                start.await(10, TimeUnit.SECONDS);
                return task.call();
              }));
    }
    int sum = 0;
    for (Future<Integer> result : results) {
      sum += result.get(10, TimeUnit.SECONDS);
    }
    return sum;
  }

  private Admission admit(QuotaStore store, RateLimits limits) {
    return store.admit(
        "marketing", limits, Endpoint.CHAT_COMPLETIONS, Requests.of(6, 4), clock.instant());
  }

  private Admission.Taken take(QuotaStore store, RateLimits limits) {
    return (Admission.Taken) admit(store, limits);
  }
}
