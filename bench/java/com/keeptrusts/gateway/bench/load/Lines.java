package com.keeptrusts.gateway.bench.load;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The driver's connections to one address, read by one thread. */
final class Lines implements Closeable {
  private static final int RECEIVE_BUFFER = 256 * 1024;

  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(RECEIVE_BUFFER);
  private final List<Line> lines = new ArrayList<>();

  /**
   * What happens when an answer is whole, or a connection with a request on it breaks and is made
   * again.
   */
  interface Ends {
    void onAnswer(Line line) throws IOException;

    void onBroken(Line line, IOException reason) throws IOException;
  }

  Lines(InetSocketAddress target, int count, Supplier<BodyListener> listeners) throws IOException {
    for (int i = 0; i < count; i++) {
      Line line = new Line(target, listeners.get());
      line.register(selector);
      lines.add(line);
    }
  }

  List<Line> all() {
    return lines;
  }

  /** Waits at most so long for bytes, and reads them. */
  void receive(long millis, Ends ends) throws IOException {
    selector.select(key -> receive(key, ends), millis);
  }

  private void receive(SelectionKey key, Ends ends) {
    Line line = (Line) key.attachment();
    try {
      try {
        if (line.receive(buffer)) {
          ends.onAnswer(line);
        }
      } catch (IOException broken) {
        boolean wasBusy = line.isBusy();
        line.reconnect(selector);
        if (wasBusy) {
          ends.onBroken(line, broken);
        }
      }
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  @Override
  public void close() throws IOException {
    for (Line line : lines) {
      line.close();
    }
    selector.close();
  }
}
