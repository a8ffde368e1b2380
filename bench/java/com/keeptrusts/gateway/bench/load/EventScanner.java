package com.keeptrusts.gateway.bench.load;

import java.nio.ByteBuffer;

/** Counts the server-sent events of one stream: lines that begin with {@code data:}. */
final class EventScanner implements BodyListener {
  private final Arrivals arrivals;
  private boolean lineBegins = true;
  private long events;

  /** Is told of each event as it arrives. */
  interface Arrivals {
    void onEvent(long index, long nanos);
  }

  EventScanner(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  long events() {
    return events;
  }

  @Override
  public void onBody(ByteBuffer bytes) {
    long now = System.nanoTime();
    while (bytes.hasRemaining()) {
      byte b = bytes.get();
      // No other field's name begins with a d.
      if (lineBegins && b == 'd') {
        arrivals.onEvent(events, now);
        events++;
      }
      lineBegins = b == '\n';
    }
  }
}
