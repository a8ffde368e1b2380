package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.report.Figure;
import com.keeptrusts.gateway.bench.report.Samples;
import com.keeptrusts.gateway.bench.subject.GatewayUsage;
import com.keeptrusts.gateway.bench.subject.RunningSubject;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Whether the gateways have an event for each request that the whole run had answered. */
record Books() implements Measurement {
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long PAUSE_MILLIS = 500;

  @Override
  public void measure(Field field, Samples samples) throws IOException, InterruptedException {
    field.eachSubject(
        0,
        subject -> {
          if (subject.isGateway()) {
            check(subject, samples);
          }
        });
  }

  private static void check(RunningSubject subject, Samples samples)
      throws IOException, InterruptedException {
    String name = subject.name();
    // One request was answered before the run: the one that showed that it is there.
    double good = samples.sum(name, Figure.ANSWERED).orElse(0);
    long answered = 1 + (long) (good + samples.sum(name, Figure.ERRORS).orElse(0));
    long events = settled(new GatewayUsage(subject.address()), answered);
    samples.add(name, Figure.BOOKS, events - answered);
    Progress.say("%-18s %-10s %d requests, %d events", "books", name, answered, events);
  }

  /** Events reach the store in batches, some time after the answer. */
  private static long settled(GatewayUsage usage, long expected)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    long events = usage.requests();
    while (events < expected && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      events = usage.requests();
    }
    return events;
  }
}
