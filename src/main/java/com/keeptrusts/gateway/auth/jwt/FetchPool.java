package com.keeptrusts.gateway.auth.jwt;

import com.keeptrusts.gateway.background.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The few threads on which keys are fetched, and the tick that says when. */
final class FetchPool implements Executor, AutoCloseable {
  private static final int THREADS = 4;
  private static final long TICK_SECONDS = 15;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Runnable tick;
  private final DaemonThreads threads = new DaemonThreads("kt-identity-provider");
  private @Nullable ScheduledThreadPoolExecutor pool;
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
    if (pool != null || stopped) {
      return;
    }
    ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(THREADS, threads);
    pool = started;
    var unused = started.scheduleWithFixedDelay(tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void execute(Runnable task) {
    ScheduledThreadPoolExecutor running;
    synchronized (this) {
      start();
      running = pool;
    }
    if (running == null) {
      throw new RejectedExecutionException("closed");
    }
    running.execute(task);
  }

  /** Takes no more tasks and interrupts those that run. */
  synchronized void stop() {
    stopped = true;
    if (pool != null) {
      pool.shutdownNow();
    }
  }

  /** Waits for the threads to end, which they do once they are stopped and their calls are cut. */
  @Override
  public void close() {
    threads.awaitEnd(PATIENCE);
  }
}
