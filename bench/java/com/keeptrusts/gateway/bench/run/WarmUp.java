package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.load.ClosedLoop;
import com.keeptrusts.gateway.bench.load.LoadResult;
import com.keeptrusts.gateway.bench.report.Samples;
import com.keeptrusts.gateway.bench.subject.Chat;
import com.keeptrusts.gateway.bench.subject.RunningSubject;
import java.io.IOException;
import java.time.Duration;

/** Until so many requests, or so long: a JIT needs both before it settles. */
record WarmUp(long requests, Duration longest, int connections, Chat chat) implements Measurement {
  private static final Duration SLICE = Duration.ofSeconds(2);

  @Override
  public void measure(Field field, Samples samples) throws IOException {
    for (RunningSubject subject : field.inTurn(0)) {
      warm(subject, samples);
    }
  }

  private void warm(RunningSubject subject, Samples samples) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    long done = 0;
    double rate = 0;
    while (done < requests && System.nanoTime() < end) {
      LoadResult result =
          new ClosedLoop(subject.address(), subject.dialect().request(chat), connections)
              .run(SLICE);
      done += result.good();
      rate = result.rate();
      Answers.note(subject.name(), result, samples);
    }
    Progress.say(
        "warmed             %-10s %d requests, at last %.0f/s", subject.name(), done, rate);
  }
}
