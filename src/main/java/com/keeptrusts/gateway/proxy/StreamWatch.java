package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.background.Heartbeat;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One slow clock for all exchanges under way: time-outs and signs of life, four times a second. */
final class StreamWatch implements AutoCloseable {
  /** What is looked at; called by the watch's thread. */
  interface Watched {
    void tick(long nowNanos);

    /** The gateway goes away: end what is under way. */
    void stop();
  }

  private static final Logger LOG = LoggerFactory.getLogger(StreamWatch.class);
  private static final Duration TICK = Duration.ofMillis(250);

  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
  private final LongSupplier nanos;
  private final Heartbeat clock = new Heartbeat("kt-stream-watch", TICK, this::tick);

  StreamWatch(LongSupplier nanos) {
    this.nanos = nanos;
  }

  StreamWatch start() {
    var unused = clock.start();
    return this;
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
      } catch (Throwable e) {
        LOG.error("{} could not be watched", call, e);
      }
    }
  }

  /** Ends all that is under way. */
  @Override
  public void close() {
    clock.close();
    for (Watched call : watched) {
      try {
        call.stop();
      } catch (Throwable e) {
        LOG.error("{} could not be ended", call, e);
      }
    }
  }
}
