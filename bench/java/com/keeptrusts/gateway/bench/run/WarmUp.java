package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.load.ClosedLoop;
import com.keeptrusts.gateway.bench.load.LoadResult;
import com.keeptrusts.gateway.bench.report.Figure;
import com.keeptrusts.gateway.bench.report.Samples;
import com.keeptrusts.gateway.bench.subject.Chat;
import com.keeptrusts.gateway.bench.subject.RunningSubject;
import java.io.IOException;
import java.time.Duration;

/**
 * Until so many requests were answered and CPU per request falls no more: a JIT needs many requests
 * and also time, and on a machine with few cores it takes both from what it makes faster.
 *
 * @param longest the end, settled or not
 */
record WarmUp(long requests, Duration longest, int connections, Chat chat) implements Measurement {
  private static final Duration SLICE = Duration.ofSeconds(2);

  /** A slice that is better by less than this is no better. */
  private static final double BETTER = 0.97;

  /** So many slices without a better one, and it is settled. */
  private static final int SETTLED = 3;

  @Override
  public void measure(Field field, Samples samples) throws IOException, InterruptedException {
    field.each(0, subject -> warm(subject, samples));
  }

  private void warm(RunningSubject subject, Samples samples) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    long done = 0;
    double best = Double.MAX_VALUE;
    int noBetter = 0;
    while ((done < requests || noBetter < SETTLED) && System.nanoTime() < end) {
      long before = subject.processes().cpuMicros();
      LoadResult result =
          new ClosedLoop(subject.address(), subject.dialect().request(chat), connections)
              .run(SLICE);
      double cpu = (double) (subject.processes().cpuMicros() - before) / result.good();
      Answers.note(subject.name(), result, samples);
      done += result.good();
      noBetter = cpu < best * BETTER ? 0 : noBetter + 1;
      best = Math.min(best, cpu);
    }
    samples.add(subject.name(), Figure.WARMED, done);
    Progress.say(
        "%-18s %-10s %d requests, %s at %.1f us",
        "warmed", subject.name(), done, noBetter < SETTLED ? "not settled" : "settled", best);
  }
}
