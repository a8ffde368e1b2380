package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.background.Heartbeat;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due, up to a tenth of a second late. Jetty sets a time-out anew whenever a
 * connection becomes idle, and its own scheduler mostly wakes a thread for that.
 */
final class CoarseScheduler extends AbstractLifeCycle implements Scheduler {
  private static final Logger LOG = LoggerFactory.getLogger(CoarseScheduler.class);
  private static final Duration TICK = Duration.ofMillis(100);

  private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
  private final LongSupplier nanos;
  private @Nullable Heartbeat clock;

  CoarseScheduler(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  protected void doStart() {
    clock = new Heartbeat("kt-proxy-time", TICK, this::tick).start();
  }

  @Override
  protected void doStop() {
    Heartbeat started = clock;
    if (started != null) {
      started.close();
    }
    waiting.clear();
  }

  @Override
  public Task schedule(Runnable task, long delay, TimeUnit units) {
    Waiting added = new Waiting(task, nanos.getAsLong() + units.toNanos(delay));
    waiting.add(added);
    return added;
  }

  /** Does what is due by now. */
  void tick() {
    long now = nanos.getAsLong();
    for (Waiting each : waiting) {
      if (now - each.due >= 0 && each.cancel()) {
        run(each.task);
      }
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("a time-out failed", e);
    }
  }

  private final class Waiting implements Task {
    private final Runnable task;
    private final long due;

    Waiting(Runnable task, long due) {
      this.task = task;
      this.due = due;
    }

    /** Whoever takes it out of the set has it. */
    @Override
    public boolean cancel() {
      return waiting.remove(this);
    }
  }
}
