package com.keeptrusts.gateway.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** So many streams at once, begun one after the other over a while, each read to its end. */
public final class StreamLoad {
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final InetSocketAddress target;
  private final PreparedRequest request;
  private final int streams;
  private final Duration begin;

  public StreamLoad(
      InetSocketAddress target, PreparedRequest request, int streams, Duration begin) {
    this.target = target;
    this.request = request;
    this.streams = streams;
    this.begin = begin;
  }

  public StreamResult run() throws IOException {
    return new Run().run();
  }

  private final class Run implements Lines.Ends {
    private final StreamResult result = new StreamResult();
    private int open = streams;

    StreamResult run() throws IOException {
      try (Lines lines = new Lines(target, streams, () -> new OneStream(result))) {
        long start = System.nanoTime();
        int begun = 0;
        while (open > 0 && System.nanoTime() < start + begin.toNanos() + PATIENCE_NANOS) {
          while (begun < streams && System.nanoTime() >= due(start, begun)) {
            begin(lines.all().get(begun++));
          }
          lines.receive(begun < streams ? 1 : 100, this);
        }
      }
      for (int i = 0; i < open; i++) {
        result.failed("no end");
      }
      return result;
    }

    private long due(long start, int index) {
      return start + begin.toNanos() * index / streams;
    }

    private void begin(Line line) throws IOException {
      long now = System.nanoTime();
      ((OneStream) line.listener()).beginsAt(now);
      line.send(request, now);
    }

    @Override
    public void onAnswer(Line line) {
      result.ended(line.status(), ((OneStream) line.listener()).events());
      open--;
    }

    @Override
    public void onBroken(Line line, IOException reason) {
      result.failed(String.valueOf(reason.getMessage()));
      open--;
    }
  }
}
