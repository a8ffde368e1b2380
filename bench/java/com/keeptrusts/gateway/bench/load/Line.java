package com.keeptrusts.gateway.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection of the driver: at most one request on it, and since when it counts. */
final class Line {
  private static final int SEND_BUFFER = 1 << 20;

  private final InetSocketAddress target;
  private final BodyListener listener;
  private final ResponseReader reader;
  private SocketChannel channel;
  private volatile long since;
  private volatile boolean busy;

  Line(InetSocketAddress target, BodyListener listener) throws IOException {
    this.target = target;
    this.listener = listener;
    this.reader = new ResponseReader(listener);
    this.channel = connect();
  }

  private SocketChannel connect() throws IOException {
    SocketChannel fresh = SocketChannel.open();
    fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
    fresh.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
    fresh.connect(target);
    return fresh;
  }

  void register(Selector selector) throws IOException {
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** A new connection in place of a broken one. */
  void reconnect(Selector selector) throws IOException {
    channel.close();
    reader.reset();
    busy = false;
    channel = connect();
    register(selector);
  }

  /**
   * Sends a request.
   *
   * @param counted the moment from which its latency counts, in nanoseconds
   */
  void send(PreparedRequest request, long counted) throws IOException {
    since = counted;
    busy = true;
    reader.next();
    ByteBuffer wire = request.wire();
    while (wire.hasRemaining()) {
      if (channel.write(wire) == 0) {
        Thread.onSpinWait();
      }
    }
  }

  /** Whether the answer is whole now. */
  boolean receive(ByteBuffer buffer) throws IOException {
    int count = channel.read(buffer.clear());
    if (count < 0) {
      throw new EOFException("connection closed");
    }
    boolean whole = reader.read(buffer.flip());
    if (whole) {
      busy = false;
    }
    return whole;
  }

  long since() {
    return since;
  }

  boolean isBusy() {
    return busy;
  }

  BodyListener listener() {
    return listener;
  }

  int status() {
    return reader.status();
  }

  void close() throws IOException {
    channel.close();
  }
}
