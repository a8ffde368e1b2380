package com.keeptrusts.gateway.background;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes daemon threads with a name, and waits for their end. An executor that has ended may leave a
 * thread for a moment more, and a server that undeploys the gateway looks for threads just then.
 */
public final class DaemonThreads implements ThreadFactory {
  private static final Logger LOG = LoggerFactory.getLogger(DaemonThreads.class);

  private final String name;
  private final Queue<Thread> made = new ConcurrentLinkedQueue<>();

  public DaemonThreads(String name) {
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable work) {
    made.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    made.add(thread);
    return thread;
  }

  /** Waits until all of them have ended; they have to be on their way. */
  public void awaitEnd(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      for (Thread thread : made) {
        if (thread != Thread.currentThread()) {
          thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        }
        if (thread.isAlive()) {
          LOG.warn("thread {} has not ended for {} seconds", name, patience.toSeconds());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
