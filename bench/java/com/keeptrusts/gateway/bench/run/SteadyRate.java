package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.load.LoadResult;
import com.keeptrusts.gateway.bench.load.OpenLoop;
import com.keeptrusts.gateway.bench.report.Figure;
import com.keeptrusts.gateway.bench.report.Samples;
import com.keeptrusts.gateway.bench.subject.Chat;
import com.keeptrusts.gateway.bench.subject.RunningSubject;
import java.io.IOException;
import java.time.Duration;

/**
 * CPU and latency at a fixed rate, or at 60 % of what a subject could do where that is less. What a
 * subject adds is the difference of percentiles between it and the direct way in the same round, at
 * the same rate.
 */
record SteadyRate(int rounds, Duration window, double perSecond, int connections, Chat chat)
    implements Measurement {
  private static final double SHARE = 0.6;

  @Override
  public void measure(Field field, Samples samples) throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      LoadResult direct = sample(field.direct(), perSecond, samples);
      field.eachSubject(round, subject -> compare(field.direct(), direct, subject, samples));
    }
  }

  private void compare(
      RunningSubject provider, LoadResult direct, RunningSubject subject, Samples samples)
      throws IOException, InterruptedException {
    double rate = rate(subject, samples);
    LoadResult through = sample(subject, rate, samples);
    LoadResult base = rate == perSecond ? direct : run(provider, rate);
    addDifference(subject, through, base, samples);
  }

  private double rate(RunningSubject subject, Samples samples) {
    double best = samples.median(subject.name(), Figure.RPS_SATURATED).orElse(perSecond * 2);
    return Math.min(perSecond, Math.floor(best * SHARE));
  }

  private LoadResult sample(RunningSubject subject, double rate, Samples samples)
      throws IOException, InterruptedException {
    String name = subject.name();
    long before = subject.processes().cpuMicros();
    LoadResult result = run(subject, rate);
    long cpu = subject.processes().cpuMicros() - before;
    samples.add(name, Figure.STEADY_RATE, rate);
    samples.add(name, Figure.CPU_STEADY, (double) cpu / result.good());
    samples.add(name, Figure.STEADY_P50, result.micros(50));
    samples.add(name, Figure.STEADY_P90, result.micros(90));
    samples.add(name, Figure.STEADY_P99, result.micros(99));
    Progress.load("steady", name, result, cpu);
    Answers.note(name, result, samples);
    return result;
  }

  private LoadResult run(RunningSubject subject, double rate)
      throws IOException, InterruptedException {
    return new OpenLoop(subject.address(), subject.dialect().request(chat), rate, connections)
        .run(window);
  }

  private static void addDifference(
      RunningSubject subject, LoadResult through, LoadResult direct, Samples samples) {
    String name = subject.name();
    samples.add(name, Figure.ADDED_P50, through.micros(50) - direct.micros(50));
    samples.add(name, Figure.ADDED_P90, through.micros(90) - direct.micros(90));
    samples.add(name, Figure.ADDED_P99, through.micros(99) - direct.micros(99));
  }
}
