package com.keeptrusts.gateway.background;

/**
 * Lets other threads have the core now and then, for long work that nobody waits for. Linux leaves
 * a core to whom it has for up to 3 ms while others wait; on two cores that would be requests.
 */
public final class GiveWay {
  private static final int STEPS = 8;

  private int steps;

  /** A step of some microseconds is done. */
  public void step() {
    if (++steps % STEPS == 0) {
      now();
    }
  }

  /** Whoever waits for this core goes first; costs half a microsecond where nobody does. */
  @SuppressWarnings("ThreadPriorityCheck")
  public void now() {
    Thread.yield();
  }
}
