package com.keeptrusts.gateway.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/** One request on a connection of its own. */
public final class SingleCall {
  private static final int PATIENCE_MILLIS = 10_000;

  private final InetSocketAddress target;
  private final PreparedRequest request;

  public SingleCall(InetSocketAddress target, PreparedRequest request) {
    this.target = target;
    this.request = request;
  }

  /** The answer's status, when the whole answer is there. */
  public int status() throws IOException {
    ResponseReader reader = new ResponseReader(BodyListener.NONE);
    byte[] buffer = new byte[64 * 1024];
    try (Socket socket = new Socket()) {
      socket.connect(target, PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      ByteBuffer wire = request.wire();
      byte[] bytes = new byte[wire.remaining()];
      wire.get(bytes);
      socket.getOutputStream().write(bytes);
      while (true) {
        int count = socket.getInputStream().read(buffer);
        if (count < 0) {
          throw new EOFException("connection closed");
        }
        if (reader.read(ByteBuffer.wrap(buffer, 0, count))) {
          return reader.status();
        }
      }
    }
  }
}
