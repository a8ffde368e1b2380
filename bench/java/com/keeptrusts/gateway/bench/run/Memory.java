package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.report.Samples;
import com.keeptrusts.gateway.bench.subject.RunningSubject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Resident memory now.
 *
 * @param pause before it is looked at, without load
 */
record Memory(String figure, Duration pause) implements Measurement {
  @Override
  public void measure(Field field, Samples samples) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    for (RunningSubject subject : field.inTurn(0)) {
      double megabytes = subject.processes().residentKilobytes() / 1024.0;
      samples.add(subject.name(), figure, megabytes);
      Progress.say("%-18s %-10s %.0f MB", figure, subject.name(), megabytes);
    }
  }
}
