package com.keeptrusts.gateway.bench.load;

import java.nio.ByteBuffer;

/** When the events of one stream arrive. */
final class OneStream implements BodyListener {
  private final StreamResult result;
  private final EventScanner scanner = new EventScanner(this::onEvent);
  private long previous;

  OneStream(StreamResult result) {
    this.result = result;
  }

  void beginsAt(long nanos) {
    previous = nanos;
  }

  long events() {
    return scanner.events();
  }

  @Override
  public void onBody(ByteBuffer bytes) {
    scanner.onBody(bytes);
  }

  private void onEvent(long index, long nanos) {
    if (index == 0) {
      result.firstEvent(nanos - previous);
    } else {
      result.gap(nanos - previous);
    }
    previous = nanos;
  }
}
