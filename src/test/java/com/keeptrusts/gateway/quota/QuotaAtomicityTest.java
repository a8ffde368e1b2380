package com.keeptrusts.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.RateLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The race for a last place, without chance: the rival comes whenever the lock can be had. */
class QuotaAtomicityTest {
  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-04-23T12:00:00Z"));
  private final List<Admission> rivals = new ArrayList<>();
  private final List<Admission> all = new ArrayList<>();

  static Stream<RateLimits> limitsWithOnePlace() {
    return Stream.of(
        Requests.perMinute(1),
        Requests.limits(null, 10L, null, null),
        Requests.limits(null, null, 10L, null),
        Requests.limits(null, null, null, 1L),
        Requests.burst(1, 1));
  }

  @ParameterizedTest
  @MethodSource("limitsWithOnePlace")
  void admit_rivalAtEveryGap_theLastPlaceIsTakenOnce(RateLimits limits) {
    QuotaStore[] store = new QuotaStore[1];
    store[0] = new InMemoryQuotaStore(clock, clock, () -> new Overtaken(store, limits));
    all.add(admit(store[0], limits));
    all.addAll(rivals);
    assertThat(all).filteredOn(Admission.Taken.class::isInstance).hasSize(1);
    assertThat(rivals).as("the lock was let go once").hasSize(1);
  }

  private Admission admit(QuotaStore store, RateLimits limits) {
    return store.admit(
        "marketing", limits, Endpoint.CHAT_COMPLETIONS, Requests.of(6, 4), clock.instant());
  }

  /** A lock that a rival takes as soon as it is let go. */
  private final class Overtaken extends ReentrantLock {
    private final transient QuotaStore[] store;
    private final transient RateLimits limits;
    private boolean isRivalsTurn = true;

    Overtaken(QuotaStore[] store, RateLimits limits) {
      this.store = store;
      this.limits = limits;
    }

    @Override
    public void unlock() {
      super.unlock();
      if (isRivalsTurn) {
        isRivalsTurn = false;
        rivals.add(admit(store[0], limits));
        isRivalsTurn = true;
      }
    }
  }
}
