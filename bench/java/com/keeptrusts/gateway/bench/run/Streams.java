package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.load.StreamLoad;
import com.keeptrusts.gateway.bench.load.StreamResult;
import com.keeptrusts.gateway.bench.report.Figure;
import com.keeptrusts.gateway.bench.report.Samples;
import com.keeptrusts.gateway.bench.subject.Chat;
import com.keeptrusts.gateway.bench.subject.RunningSubject;
import java.io.IOException;
import java.time.Duration;

/** Streams: what is added to the first event and between events, and what is lost. */
record Streams(int waves, Chat chat) implements Measurement {
  private static final int SOME = 200;
  private static final int MANY = 2000;
  private static final Duration BEGIN = Duration.ofSeconds(2);

  @Override
  public void measure(Field field, Samples samples) throws IOException, InterruptedException {
    for (int wave = 0; wave < waves; wave++) {
      StreamResult direct = run(field.direct(), SOME, samples);
      field.eachSubject(
          wave, subject -> addSome(subject.name(), direct, run(subject, SOME, samples), samples));
    }
    StreamResult direct = run(field.direct(), MANY, samples);
    field.eachSubject(0, subject -> measureMany(subject, direct, samples));
  }

  private void measureMany(RunningSubject subject, StreamResult direct, Samples samples)
      throws IOException, InterruptedException {
    String name = subject.name();
    long before = subject.processes().cpuMicros();
    try (PeakMemory peak = PeakMemory.of(subject.processes())) {
      StreamResult through = run(subject, MANY, samples);
      samples.add(name, Figure.STREAMS_2000_RSS, peak.megabytes());
      samples.add(name, Figure.STREAMS_2000_LOST, lost(MANY, through));
      samples.add(name, Figure.STREAMS_2000_GAP, through.gapMillis(99) - direct.gapMillis(99));
      samples.add(
          name,
          Figure.STREAMS_2000_CPU,
          (double) (subject.processes().cpuMicros() - before) / Math.max(1, through.events()));
    }
  }

  private StreamResult run(RunningSubject subject, int streams, Samples samples)
      throws IOException {
    StreamResult result =
        new StreamLoad(subject.address(), subject.dialect().request(chat), streams, BEGIN).run();
    Progress.say(
        "%-18s %-10s %d events  first p50 %.1f p99 %.1f ms  gap p50 %.1f p99 %.1f ms",
        streams + " streams",
        subject.name(),
        result.events(),
        result.firstEventMillis(50),
        result.firstEventMillis(99),
        result.gapMillis(50),
        result.gapMillis(99));
    Answers.note(subject.name(), result.streams(), result.errors(), samples);
    return result;
  }

  private static void addSome(
      String name, StreamResult direct, StreamResult through, Samples samples) {
    samples.add(
        name,
        Figure.FIRST_EVENT_ADDED_P50,
        through.firstEventMillis(50) - direct.firstEventMillis(50));
    samples.add(
        name,
        Figure.FIRST_EVENT_ADDED_P99,
        through.firstEventMillis(99) - direct.firstEventMillis(99));
    samples.add(name, Figure.GAP_ADDED_P99, through.gapMillis(99) - direct.gapMillis(99));
    samples.add(name, Figure.STREAM_EVENTS, through.longest());
    samples.add(name, Figure.STREAMS_200_LOST, lost(SOME, through));
  }

  /** Some gateways send more or fewer events than they got, so each is held to its own longest. */
  private static long lost(int streams, StreamResult result) {
    return streams * result.longest() - result.events();
  }
}
