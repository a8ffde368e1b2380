package com.keeptrusts.gateway.proxy;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.Test;

class CoarseSchedulerTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final CoarseScheduler scheduler = new CoarseScheduler(nanos::get);
  private final List<String> done = new ArrayList<>();

  @Test
  void tick_whatIsDue_isDoneOnce() {
    scheduler.schedule(() -> done.add("soon"), 10, MILLISECONDS);
    scheduler.schedule(() -> done.add("late"), 11, MILLISECONDS);
    scheduler.tick();
    assertThat(done).isEmpty();
    nanos.addAndGet(MILLISECONDS.toNanos(10));
    scheduler.tick();
    scheduler.tick();
    assertThat(done).containsExactly("soon");
  }

  @Test
  void cancel_isToldOnce_andNothingIsDone() {
    Scheduler.Task task = scheduler.schedule(() -> done.add("never"), 1, MILLISECONDS);
    assertThat(task.cancel()).isTrue();
    assertThat(task.cancel()).isFalse();
    nanos.addAndGet(SECONDS.toNanos(1));
    scheduler.tick();
    assertThat(done).isEmpty();
  }

  @Test
  void tick_taskThatFails_doesNotKeepOthersBack() {
    for (int i = 0; i < 2; i++) {
      scheduler.schedule(() -> fail("said in the log"), 0, MILLISECONDS);
    }
    scheduler.tick();
    assertThat(done).hasSize(2);
  }

  private void fail(String message) {
    done.add(message);
    throw new IllegalStateException(message);
  }

  @Test
  void start_withoutTicksFromOutside_doesWhatIsDue() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    scheduler.start();
    try {
      scheduler.schedule(latch::countDown, 0, MILLISECONDS);
      assertThat(latch.await(10, SECONDS)).isTrue();
    } finally {
      scheduler.stop();
    }
  }
}
