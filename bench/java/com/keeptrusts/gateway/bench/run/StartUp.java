package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.report.Figure;
import com.keeptrusts.gateway.bench.report.Samples;
import com.keeptrusts.gateway.bench.subject.FakeProvider;
import com.keeptrusts.gateway.bench.subject.RunningSubject;
import com.keeptrusts.gateway.bench.subject.Subject;
import com.keeptrusts.gateway.bench.subject.UnavailableException;
import java.io.IOException;
import java.util.List;

/** From its command to its first 200. The first start, which unpacks and compiles, is left out. */
record StartUp(List<Subject> candidates, int rounds) implements Measurement {
  @Override
  public void measure(Field field, Samples samples) throws IOException, InterruptedException {
    for (Subject subject : candidates) {
      try {
        start(field, subject);
        for (int round = 0; round < rounds; round++) {
          double millis = start(field, subject);
          samples.add(subject.name(), Figure.START_UP, millis);
          Progress.say("%-18s %-10s %.0f ms", "start-up", subject.name(), millis);
        }
      } catch (UnavailableException absent) {
        Progress.say("%-18s %-10s left out: %s", "start-up", subject.name(), absent.getMessage());
      }
    }
  }

  private static double start(Field field, Subject subject)
      throws IOException, InterruptedException, UnavailableException {
    long begin = System.nanoTime();
    try (RunningSubject running = subject.start(FakeProvider.baseUrl(field.direct()))) {
      return (running.readyNanos() - begin) / 1e6;
    }
  }
}
