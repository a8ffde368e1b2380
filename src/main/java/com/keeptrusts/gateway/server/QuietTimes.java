package com.keeptrusts.gateway.server;

import com.keeptrusts.gateway.background.Heartbeat;
import com.keeptrusts.gateway.management.ProcessMemory;
import com.keeptrusts.gateway.store.StoreDepth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has memory given back when nothing happens: once after the start, which takes more than the
 * gateway then needs, and after each busy time.
 */
public final class QuietTimes implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  /** Where single requests come now and then, it is not done for each. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  private final Supplier<StoreDepth> activity;
  private final LongSupplier underWay;
  private final Runnable giveBack;
  private final InstantSource clock;
  private final Heartbeat looks = new Heartbeat("kt-memory", BETWEEN_LOOKS, this::look);
  private @Nullable StoreDepth before;
  private boolean isDone;
  private Instant earliest = Instant.MIN;

  /**
   * Does not look yet.
   *
   * @param activity differs from one look to the next whenever a request has ended
   * @param underWay how many requests the server has, of which some leave no event
   */
  QuietTimes(
      Supplier<StoreDepth> activity,
      LongSupplier underWay,
      Runnable giveBack,
      InstantSource clock) {
    this.activity = activity;
    this.underWay = underWay;
    this.giveBack = giveBack;
    this.clock = clock;
  }

  /** Begins, for a gateway that has its process to itself. */
  public static QuietTimes of(StandaloneGateway gateway) {
    ProcessMemory memory = new ProcessMemory();
    QuietTimes times =
        new QuietTimes(gateway::depth, gateway::underWay, memory::giveBack, InstantSource.system());
    times.looks.start();
    return times;
  }

  void look() {
    StoreDepth now = activity.get();
    boolean isQuiet = now.openRequests() == 0 && now.equals(before);
    before = now;
    if (!isQuiet) {
      isDone = false;
    } else if (!isDone && underWay.getAsLong() == 0 && !clock.instant().isBefore(earliest)) {
      // Whoever asks for metrics makes no busy time, but is not disturbed either.
      giveBack.run();
      isDone = true;
      earliest = clock.instant().plus(PAUSE);
    }
  }

  @Override
  public void close() {
    looks.close();
  }
}
