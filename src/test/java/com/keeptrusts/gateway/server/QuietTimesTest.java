package com.keeptrusts.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.store.StoreDepth;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class QuietTimesTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-04-23T10:00:00Z"));
  private final AtomicInteger given = new AtomicInteger();
  private StoreDepth depth = depth(100, 0);
  private long underWay;
  private final QuietTimes times =
      new QuietTimes(() -> depth, () -> underWay, given::incrementAndGet, () -> now.get());

  @Test
  void quiet_atTheSecondLook_givesBackOnce() {
    times.look();
    assertThat(given).hasValue(0);
    times.look();
    times.look();
    assertThat(given).hasValue(1);
  }

  @Test
  void requestsUnderWay_areNotDisturbed() {
    depth = depth(100, 1);
    times.look();
    times.look();
    assertThat(given).hasValue(0);
  }

  @Test
  void requestsThatLeaveNoEvent_areNotDisturbedEither() {
    underWay = 1;
    times.look();
    times.look();
    assertThat(given).hasValue(0);
    underWay = 0;
    times.look();
    assertThat(given).hasValue(1);
  }

  @Test
  void requestsThatLeaveNoEvent_areNoBusyTime() {
    times.look();
    times.look();
    underWay = 1;
    times.look();
    underWay = 0;
    now.updateAndGet(instant -> instant.plus(QuietTimes.PAUSE));
    times.look();
    assertThat(given).hasValue(1);
  }

  @Test
  void requestsThatEnded_betweenLooks_areABusyTime() {
    for (int i = 0; i < 10; i++) {
      depth = depth(100 + i, 0);
      times.look();
    }
    assertThat(given).hasValue(0);
  }

  @Test
  void quiet_afterABusyTime_givesBackAgain_notSoonerThanAfterThePause() {
    times.look();
    times.look();
    depth = depth(200, 0);
    times.look();
    times.look();
    assertThat(given).hasValue(1);
    now.updateAndGet(instant -> instant.plus(QuietTimes.PAUSE));
    times.look();
    assertThat(given).hasValue(2);
  }

  private static StoreDepth depth(long bytes, long open) {
    return new StoreDepth(bytes, open, 0, 0, 0, Duration.ZERO);
  }
}
