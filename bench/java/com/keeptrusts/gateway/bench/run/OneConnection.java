package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.load.LoadResult;
import com.keeptrusts.gateway.bench.load.OneByOne;
import com.keeptrusts.gateway.bench.report.Figure;
import com.keeptrusts.gateway.bench.report.Samples;
import com.keeptrusts.gateway.bench.subject.Chat;
import com.keeptrusts.gateway.bench.subject.RunningSubject;
import java.io.IOException;

/** What a subject adds to a lone request: direct and through by turns, round after round. */
record OneConnection(int rounds, int count, Chat chat) implements Measurement {
  @Override
  public void measure(Field field, Samples samples) throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      field.eachSubject(
          round,
          subject -> {
            LoadResult direct = run(field.direct(), samples);
            add(subject.name(), direct, run(subject, samples), samples);
          });
    }
  }

  private LoadResult run(RunningSubject subject, Samples samples) throws IOException {
    LoadResult result = new OneByOne(subject.address(), subject.dialect().request(chat)).run(count);
    samples.add(subject.name(), Figure.ONE_P50, result.micros(50));
    Answers.note(subject.name(), result, samples);
    // What the connection was warmed with is answered, too.
    samples.add(subject.name(), Figure.ANSWERED, OneByOne.UNMEASURED);
    return result;
  }

  private static void add(String name, LoadResult direct, LoadResult through, Samples samples) {
    samples.add(name, Figure.ONE_ADDED_P50, through.micros(50) - direct.micros(50));
    samples.add(name, Figure.ONE_ADDED_P90, through.micros(90) - direct.micros(90));
    samples.add(name, Figure.ONE_ADDED_P99, through.micros(99) - direct.micros(99));
    Progress.say(
        "%-18s %-10s p50 %8.0f us, direct %8.0f us",
        "one connection", name, through.micros(50), direct.micros(50));
  }
}
