package com.keeptrusts.gateway.proxy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One slow clock for all exchanges under way: time-outs and signs of life, four times a second. */
final class StreamWatch implements AutoCloseable {
  /** What is looked at; called by the watch's thread. */
  interface Watched {
    void tick(long nowNanos);
  }

  private static final Logger LOG = LoggerFactory.getLogger(StreamWatch.class);
  private static final long TICK_MILLIS = 250;

  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
  private final LongSupplier nanos;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "kt-stream-watch");
            thread.setDaemon(true);
            return thread;
          });

  StreamWatch(LongSupplier nanos) {
    this.nanos = nanos;
    var unused =
        clock.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  void add(Watched call) {
    watched.add(call);
  }

  void remove(Watched call) {
    watched.remove(call);
  }

  private void tick() {
    long now = nanos.getAsLong();
    for (Watched call : watched) {
      try {
        call.tick(now);
      } catch (RuntimeException e) {
        LOG.error("{} could not be watched", call, e);
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
