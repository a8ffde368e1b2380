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
 * CPU per request and throughput, all connections always busy.
 *
 * @param cpuFigure the name under which CPU per request is kept
 */
record Saturation(String cpuFigure, int rounds, Duration window, int connections, Chat chat)
    implements Measurement {
  @Override
  public void measure(Field field, Samples samples) throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      field.each(round, subject -> sample(subject, samples));
    }
  }

  private void sample(RunningSubject subject, Samples samples) throws IOException {
    long before = subject.processes().cpuMicros();
    LoadResult result =
        new ClosedLoop(subject.address(), subject.dialect().request(chat), connections).run(window);
    long cpu = subject.processes().cpuMicros() - before;
    samples.add(subject.name(), cpuFigure, (double) cpu / result.good());
    if (cpuFigure.equals(Figure.CPU_SATURATED)) {
      samples.add(subject.name(), Figure.RPS_SATURATED, result.rate());
    }
    Progress.load(cpuFigure, subject.name(), result, cpu);
    Answers.note(subject.name(), result, samples);
  }
}
