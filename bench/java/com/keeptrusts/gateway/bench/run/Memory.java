package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.report.Samples;
import com.keeptrusts.gateway.bench.subject.RunningSubject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Resident memory now.
 *
 * @param pause in which all run, without load
 */
record Memory(String figure, Duration pause) implements Measurement {
  @Override
  public void measure(Field field, Samples samples) throws IOException, InterruptedException {
    for (RunningSubject subject : field.subjects()) {
      subject.processes().go();
    }
    TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    field.stopAll();
    field.each(0, subject -> look(subject, samples));
  }

  private void look(RunningSubject subject, Samples samples) {
    double megabytes = subject.processes().residentKilobytes() / 1024.0;
    samples.add(subject.name(), figure, megabytes);
    Progress.say("%-18s %-10s %.0f MB", figure, subject.name(), megabytes);
  }
}
