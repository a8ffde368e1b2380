package com.keeptrusts.gateway.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** One connection, one request after the other, read without a selector. */
public final class OneByOne {
  /** Requests before those that are measured. */
  public static final int UNMEASURED = 100;

  private final InetSocketAddress target;
  private final PreparedRequest request;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);

  public OneByOne(InetSocketAddress target, PreparedRequest request) {
    this.target = target;
    this.request = request;
  }

  public LoadResult run(int count) throws IOException {
    Line line = new Line(target, BodyListener.NONE);
    try {
      for (int i = 0; i < UNMEASURED; i++) {
        ask(line);
      }
      LoadResult result = new LoadResult();
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        long sent = System.nanoTime();
        ask(line);
        result.answered(line.status(), System.nanoTime() - sent);
      }
      result.took(System.nanoTime() - start);
      return result;
    } finally {
      line.close();
    }
  }

  private void ask(Line line) throws IOException {
    line.send(request, 0);
    boolean whole = line.receive(buffer);
    while (!whole) {
      whole = line.receive(buffer);
    }
  }
}
