package com.keeptrusts.gateway.store.journal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a task each second on a thread of its own until it is closed. */
final class EverySecond implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EverySecond.class);
  private static final long END_SECONDS = 10;

  private final ScheduledExecutorService thread;
  private final Runnable task;

  EverySecond(String name, Runnable task) {
    this.task = task;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread daemon = new Thread(work, name);
              daemon.setDaemon(true);
              return daemon;
            });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the task reports its own failures
  void start() {
    thread.scheduleWithFixedDelay(this::run, 1, 1, TimeUnit.SECONDS);
  }

  /** A task that threw would never be run again. */
  private void run() {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("the journal's housekeeping failed", e);
    }
  }

  /** Waits for a run that is under way. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("the disk has not answered for {} seconds", END_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
