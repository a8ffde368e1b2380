package com.keeptrusts.gateway.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/**
 * So many requests a second, whatever the answers do. Latency counts from the moment at which a
 * request was meant to leave, so that a slow answer does not hide those that wait behind it.
 */
public final class OpenLoop {
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  /** A parked thread wakes some 60 us late; the rest of the wait is spun. */
  private static final long SPIN_NANOS = 90_000;

  private final InetSocketAddress target;
  private final PreparedRequest request;
  private final double perSecond;
  private final int connections;

  public OpenLoop(
      InetSocketAddress target, PreparedRequest request, double perSecond, int connections) {
    this.target = target;
    this.request = request;
    this.perSecond = perSecond;
    this.connections = connections;
  }

  public LoadResult run(Duration duration) throws IOException, InterruptedException {
    try (Lines lines = new Lines(target, connections, () -> BodyListener.NONE)) {
      return new Run(lines, (long) (duration.toNanos() * perSecond / 1e9)).run();
    }
  }

  private final class Run implements Lines.Ends {
    private final Lines lines;
    private final long total;
    private final LoadResult result = new LoadResult();
    private final Deque<Line> free = new ArrayDeque<>();
    private final Deque<Long> late = new ArrayDeque<>();
    private long ended;

    Run(Lines lines, long total) {
      this.lines = lines;
      this.total = total;
      free.addAll(lines.all());
    }

    LoadResult run() throws IOException, InterruptedException {
      long start = System.nanoTime();
      Thread pacer = new Thread(() -> pace(start), "pacer");
      pacer.start();
      long patience = start + (long) (total / perSecond * 1e9) + PATIENCE_NANOS;
      while (!isOver() && System.nanoTime() < patience) {
        lines.receive(100, this);
      }
      result.took(System.nanoTime() - start);
      pacer.join();
      for (long i = ended; i < total; i++) {
        result.failed("no answer");
      }
      return result;
    }

    private void pace(long start) {
      try {
        for (long i = 0; i < total; i++) {
          long due = start + (long) (i * 1e9 / perSecond);
          await(due);
          begin(due);
        }
      } catch (IOException unreachable) {
        throw new UncheckedIOException(unreachable);
      }
    }

    private void await(long due) {
      long left = due - System.nanoTime();
      while (left > 0) {
        if (left > SPIN_NANOS) {
          LockSupport.parkNanos(left - SPIN_NANOS);
        } else {
          Thread.onSpinWait();
        }
        left = due - System.nanoTime();
      }
    }

    private void begin(long due) throws IOException {
      Line line;
      synchronized (this) {
        line = free.poll();
        if (line == null) {
          late.add(due);
          return;
        }
      }
      line.send(request, due);
    }

    private synchronized boolean isOver() {
      return ended == total;
    }

    @Override
    public void onAnswer(Line line) throws IOException {
      result.answered(line.status(), System.nanoTime() - line.since());
      release(line);
    }

    @Override
    public void onBroken(Line line, IOException reason) throws IOException {
      result.failed(String.valueOf(reason.getMessage()));
      release(line);
    }

    private void release(Line line) throws IOException {
      Long due;
      synchronized (this) {
        ended++;
        due = late.poll();
        if (due == null) {
          // The one used last is the next: idle connections stay idle, as in a client's pool.
          free.push(line);
          return;
        }
      }
      line.send(request, due);
    }
  }
}
