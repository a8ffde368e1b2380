package com.keeptrusts.gateway.event;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Ids of events: {@code evt_} and a ULID, so that they sort by time. Later ids of one process are
 * always greater, even when the clock steps back.
 */
public final class EventIds {
  private static final char[] CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final String PREFIX = "evt_";
  private static final int HIGH_BITS = 0xFFFF;

  private final InstantSource clock;
  private final RandomGenerator random;
  private long lastMillis = -1;
  private int high;
  private long low;

  public EventIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** The next id. */
  public synchronized String next() {
    long now = clock.millis();
    if (now > lastMillis) {
      lastMillis = now;
      high = random.nextInt() & HIGH_BITS;
      low = random.nextLong();
    } else {
      increment();
    }
    return PREFIX + encode(lastMillis, high, low);
  }

  private void increment() {
    low++;
    if (low == 0) {
      high = (high + 1) & HIGH_BITS;
      if (high == 0) {
        lastMillis++;
      }
    }
  }

  /** 48 bits of time in ten characters, 80 bits of chance in sixteen. */
  private static String encode(long millis, int high, long low) {
    char[] ulid = new char[26];
    for (int i = 9; i >= 0; i--) {
      ulid[i] = CROCKFORD[(int) (millis & 31)];
      millis >>>= 5;
    }
    for (int i = 25; i >= 10; i--) {
      ulid[i] = CROCKFORD[(int) (low & 31)];
      low = (low >>> 5) | ((long) (high & 31) << 59);
      high >>>= 5;
    }
    return new String(ulid);
  }
}
