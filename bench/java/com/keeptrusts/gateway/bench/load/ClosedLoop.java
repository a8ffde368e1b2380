package com.keeptrusts.gateway.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** So many connections, each sending its next request when the last is answered. */
public final class ClosedLoop {
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private final InetSocketAddress target;
  private final PreparedRequest request;
  private final int connections;

  public ClosedLoop(InetSocketAddress target, PreparedRequest request, int connections) {
    this.target = target;
    this.request = request;
    this.connections = connections;
  }

  public LoadResult run(Duration duration) throws IOException {
    try (Lines lines = new Lines(target, connections, () -> BodyListener.NONE)) {
      return new Run(lines, System.nanoTime() + duration.toNanos()).run();
    }
  }

  private final class Run implements Lines.Ends {
    private final Lines lines;
    private final long end;
    private final LoadResult result = new LoadResult();
    private int open;

    Run(Lines lines, long end) {
      this.lines = lines;
      this.end = end;
    }

    LoadResult run() throws IOException {
      long start = System.nanoTime();
      for (Line line : lines.all()) {
        line.send(request, System.nanoTime());
        open++;
      }
      while (open > 0 && System.nanoTime() < end + PATIENCE_NANOS) {
        lines.receive(100, this);
      }
      for (int i = 0; i < open; i++) {
        result.failed("no answer");
      }
      result.took(System.nanoTime() - start);
      return result;
    }

    @Override
    public void onAnswer(Line line) throws IOException {
      long now = System.nanoTime();
      result.answered(line.status(), now - line.since());
      goOn(line, now);
    }

    private void goOn(Line line, long now) throws IOException {
      if (now < end) {
        line.send(request, now);
      } else {
        open--;
      }
    }

    @Override
    public void onBroken(Line line, IOException reason) throws IOException {
      result.failed(String.valueOf(reason.getMessage()));
      goOn(line, System.nanoTime());
    }
  }
}
