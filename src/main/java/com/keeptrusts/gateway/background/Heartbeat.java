package com.keeptrusts.gateway.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a piece of work again and again, on a daemon thread of its own, until it is closed. */
public final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final DaemonThreads threads;
  private final String name;
  private final Duration gap;
  private final Runnable work;

  /**
   * Does not beat yet.
   *
   * @param name of the thread
   * @param gap between the end of one beat and the next
   * @param work what it throws is logged and does not end the beating
   */
  public Heartbeat(String name, Duration gap, Runnable work) {
    this.threads = new DaemonThreads(name);
    this.name = name;
    this.gap = gap;
    this.work = work;
  }

  /** Begins; the first beat comes after a gap. */
  public Heartbeat start() {
    threads.newThread(this::beat).start();
    return this;
  }

  private void beat() {
    try {
      while (!stopped.await(gap.toNanos(), TimeUnit.NANOSECONDS)) {
        try {
          work.run();
        } catch (Throwable e) {
          LOG.error("{} failed, and goes on", name, e);
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("{} was interrupted, and ends", name);
    }
  }

  /** Waits for a beat that is under way, some seconds at most, and for the thread's end. */
  @Override
  public void close() {
    stopped.countDown();
    threads.awaitEnd(PATIENCE);
  }
}
