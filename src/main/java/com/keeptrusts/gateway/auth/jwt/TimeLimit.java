package com.keeptrusts.gateway.auth.jwt;

import com.keeptrusts.gateway.background.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a call that takes too long, on a thread of its own that goes with it: time-outs of a socket
 * bound each byte, and a server that sends one every three seconds takes for ever.
 */
final class TimeLimit implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final CountDownLatch done = new CountDownLatch(1);
  private final DaemonThreads threads = new DaemonThreads("kt-identity-provider-limit");
  private volatile boolean over;

  /** Begins to wait; {@code cut} makes whatever blocks fail. */
  TimeLimit(Duration time, Runnable cut) {
    threads.newThread(() -> watch(time, cut)).start();
  }

  private void watch(Duration time, Runnable cut) {
    try {
      if (!done.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
        over = true;
        cut.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the call was cut. */
  boolean isOver() {
    return over;
  }

  /** The call has ended: so does the thread. */
  @Override
  public void close() {
    done.countDown();
    threads.awaitEnd(PATIENCE);
  }
}
