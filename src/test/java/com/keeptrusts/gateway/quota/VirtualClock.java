package com.keeptrusts.gateway.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** A monotonic clock and a wall clock that move when they are told to. */
final class VirtualClock implements InstantSource, LongSupplier {
  private volatile long nanos;
  private volatile Instant wall;

  VirtualClock(Instant wall) {
    this.wall = wall;
  }

  void advance(Duration by) {
    nanos += by.toNanos();
    wall = wall.plus(by);
  }

  /** Moves the wall clock alone, as a time server does. */
  void stepWall(Duration by) {
    wall = wall.plus(by);
  }

  @Override
  public Instant instant() {
    return wall;
  }

  /** Begins below zero, as {@link System#nanoTime} may. */
  @Override
  public long getAsLong() {
    return nanos - 5_000_000_000_123L;
  }

  /** Since the beginning of the test. */
  long elapsedNanos() {
    return nanos;
  }
}
