package com.keeptrusts.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.RateLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class QuotaConcurrencyTest {
  private static final int THREADS = 200;
  private static final int RUNS = 50;
  private static final int GROUPS = 50;
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
      QuotaStore store = fairStore();
      AtomicInteger admitted = new AtomicInteger();
      inAllThreads(
          () -> {
            if (admit(store, "marketing", Requests.perMinute(100)) instanceof Admission.Taken) {
              admitted.incrementAndGet();
            }
          });
      assertThat(admitted).hasValue(100);
    }
  }

  /** Under the lock of every day, in many groups: a race shows only where a last place is taken. */
  @Test
  void admit_fromManyThreads_noWindowGoesOverInAnyRun() throws Exception {
    RateLimits limits = Requests.limits(99L, 800L, 70_000L, 150L);
    for (int run = 0; run < RUNS; run++) {
      QuotaStore store = new InMemoryQuotaStore(clock, clock);
      assertThat(admittedToEachGroup(store, limits)).containsOnly(80);
      for (int group = 0; group < GROUPS; group++) {
        QuotaStanding standing = store.standing("group-" + group, limits);
        assertThat(standing.requestsPerMinute().used()).isEqualTo(80);
        assertThat(standing.tokensPerMinute().used()).isEqualTo(800);
        assertThat(standing.tokensPerDay().used()).isEqualTo(800);
        assertThat(standing.concurrent()).isEqualTo(80);
      }
    }
  }

  @Test
  void admit_burstFromManyThreads_exactlyTheBucketInEachRun() throws Exception {
    for (int run = 0; run < RUNS; run++) {
      QuotaStore store = new InMemoryQuotaStore(clock, clock);
      assertThat(admittedToEachGroup(store, Requests.burst(1, 77))).containsOnly(77);
    }
  }

  /** Each giving back makes a last place again: a check that is not one with the taking shows. */
  @Test
  void admitAndGiveBack_fromManyThreads_neverMoreThanTheLimitAtOnce() throws Exception {
    for (RateLimits limits :
        List.of(
            Requests.perMinute(1),
            Requests.limits(null, 10L, null, null),
            Requests.limits(null, null, 10L, null),
            Requests.limits(null, null, null, 1L))) {
      assertThat(mostAtOnce(fairStore(), limits, 50)).isEqualTo(1);
      assertThat(mostAtOnce(new InMemoryQuotaStore(clock, clock), limits, 1000)).isEqualTo(1);
    }
  }

  @RepeatedTest(10)
  void end_fromManyThreadsAtOnce_settlesOnce() throws Exception {
    RateLimits limits = Requests.limits(5L, 1000L, 1000L, 2L);
    QuotaStore store = new InMemoryQuotaStore(clock, clock);
    Admission.Taken other = take(store, limits);
    Admission.Taken taken = take(store, limits);
    inAllThreads(() -> taken.end(new Charge.Nothing()));
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
        });
    QuotaStanding standing = store.standing("marketing", RateLimits.NONE);
    assertThat(standing.requestsPerMinute().used()).isEqualTo(THREADS * TRIES);
    assertThat(standing.tokensPerMinute().used()).isEqualTo(THREADS * (TRIES * 20 + 45));
    assertThat(standing.tokensPerDay().used()).isEqualTo(THREADS * (TRIES * 20 + 45));
    assertThat(standing.concurrent()).isZero();
  }

  /** Its locks are fair, so that a thread which lets go in mid-admission is always overtaken. */
  private QuotaStore fairStore() {
    return new InMemoryQuotaStore(clock, clock, () -> new ReentrantLock(true));
  }

  private int mostAtOnce(QuotaStore store, RateLimits limits, int times) throws Exception {
    AtomicInteger holding = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    inAllThreads(
        () -> {
          for (int i = 0; i < times; i++) {
            if (admit(store, "marketing", limits) instanceof Admission.Taken taken) {
              most.accumulateAndGet(holding.incrementAndGet(), Math::max);
              holding.decrementAndGet();
              taken.end(new Charge.Nothing());
            }
          }
        });
    return most.get();
  }

  /** Every thread tries once in every group, all in the same order. */
  private int[] admittedToEachGroup(QuotaStore store, RateLimits limits) throws Exception {
    AtomicIntegerArray admitted = new AtomicIntegerArray(GROUPS);
    inAllThreads(
        () -> {
          for (int group = 0; group < GROUPS; group++) {
            if (admit(store, "group-" + group, limits) instanceof Admission.Taken) {
              admitted.incrementAndGet(group);
            }
          }
        });
    return IntStream.range(0, GROUPS).map(admitted::get).toArray();
  }

  /** Runs the same in every thread, begun together. */
  private void inAllThreads(Runnable task) throws Exception {
    List<Future<?>> results = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      results.add(
          threads.submit(
              () -> {
                start.await(10, TimeUnit.SECONDS);
                task.run();
                return null;
              }));
    }
    for (Future<?> result : results) {
      result.get(10, TimeUnit.SECONDS);
    }
  }

  private Admission admit(QuotaStore store, String group, RateLimits limits) {
    return store.admit(
        group, limits, Endpoint.CHAT_COMPLETIONS, Requests.of(6, 4), clock.instant());
  }

  private Admission.Taken take(QuotaStore store, RateLimits limits) {
    return (Admission.Taken) admit(store, "marketing", limits);
  }
}
