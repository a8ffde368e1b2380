package com.keeptrusts.gateway.auth.jwt;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a call that takes too long, on a thread of its own that goes with it: time-outs of a socket
 * bound each byte, and a server that sends one every three seconds takes for ever.
 */
final class TimeLimit implements AutoCloseable {
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean over;

  /** Begins to wait; {@code cut} makes whatever blocks fail. */
  TimeLimit(Duration time, Runnable cut) {
    thread = new Thread(() -> watch(time, cut), "kt-identity-provider-limit");
    thread.setDaemon(true);
    thread.start();
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
    try {
      thread.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
