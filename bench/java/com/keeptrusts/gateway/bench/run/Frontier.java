package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.load.ClosedLoop;
import com.keeptrusts.gateway.bench.load.LoadResult;
import com.keeptrusts.gateway.bench.report.Figure;
import com.keeptrusts.gateway.bench.report.Samples;
import com.keeptrusts.gateway.bench.subject.Chat;
import com.keeptrusts.gateway.bench.subject.RunningSubject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The most requests a second with p99 below a bound and no error, over a sweep of connections. */
record Frontier(List<Integer> connections, Duration window, Chat chat) implements Measurement {
  private static final Map<String, Integer> BOUNDS =
      Map.of(
          Figure.RPS_P99_BELOW_5, 5,
          Figure.RPS_P99_BELOW_10, 10,
          Figure.RPS_P99_BELOW_50, 50);

  @Override
  public void measure(Field field, Samples samples) throws IOException, InterruptedException {
    field.each(0, subject -> sweep(subject, samples));
  }

  private void sweep(RunningSubject subject, Samples samples) throws IOException {
    List<LoadResult> sweep = new ArrayList<>();
    for (int count : connections) {
      LoadResult result =
          new ClosedLoop(subject.address(), subject.dialect().request(chat), count).run(window);
      Progress.say(
          "%-18s %-10s %4d connections %8.0f/s  p99 %8.2f ms",
          "frontier", subject.name(), count, result.rate(), result.millis(99));
      Answers.note(subject.name(), result, samples);
      sweep.add(result);
    }
    BOUNDS.forEach((figure, bound) -> samples.add(subject.name(), figure, best(sweep, bound)));
  }

  private static double best(List<LoadResult> sweep, int millis) {
    return sweep.stream()
        .filter(result -> result.failures() == 0 && result.millis(99) < millis)
        .mapToDouble(LoadResult::rate)
        .max()
        .orElse(0);
  }
}
