package com.keeptrusts.gateway.auth.jwt;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The few threads on which keys are fetched, and the tick that says when. */
final class FetchPool implements Executor, AutoCloseable {
  private static final int THREADS = 4;
  private static final long TICK_SECONDS = 15;
  private static final long PATIENCE_SECONDS = 10;

  private final Runnable tick;
  private @Nullable ScheduledThreadPoolExecutor threads;
  private boolean stopped;

  /**
   * Starts no thread yet.
   *
   * @param tick called now and then, once started; must not block
   */
  FetchPool(Runnable tick) {
    this.tick = tick;
  }

  /** Begins to tick, if it has not. */
  synchronized void start() {
    if (threads != null || stopped) {
      return;
    }
    ScheduledThreadPoolExecutor started =
        new ScheduledThreadPoolExecutor(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "kt-identity-provider");
              thread.setDaemon(true);
              return thread;
            });
    threads = started;
    var unused = started.scheduleWithFixedDelay(tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void execute(Runnable task) {
    ScheduledThreadPoolExecutor running;
    synchronized (this) {
      start();
      running = threads;
    }
    if (running == null) {
      throw new RejectedExecutionException("closed");
    }
    running.execute(task);
  }

  /** Takes no more tasks and interrupts those that run. */
  synchronized void stop() {
    stopped = true;
    if (threads != null) {
      threads.shutdownNow();
    }
  }

  /** Waits for the threads to end, which they do once their connections are cut. */
  @Override
  public void close() {
    ScheduledThreadPoolExecutor running;
    synchronized (this) {
      running = threads;
    }
    try {
      if (running != null && !running.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        org.slf4j.LoggerFactory.getLogger(FetchPool.class)
            .warn("a fetch of an identity provider's keys does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
