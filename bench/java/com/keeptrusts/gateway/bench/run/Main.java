package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.report.Baseline;
import com.keeptrusts.gateway.bench.report.Samples;
import com.keeptrusts.gateway.bench.subject.FakeProvider;
import com.keeptrusts.gateway.bench.subject.Subject;
import com.keeptrusts.gateway.bench.subject.Subjects;
import com.keeptrusts.gateway.bench.subject.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code bench/run}: starts everything, measures, reports. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path project = Path.of(System.getProperty("bench.project"));
    Options options = Options.parse(List.of(args));
    Workshop workshop = new Workshop(project, project.resolve("target/bench"));
    List<Subject> subjects =
        Subjects.all(workshop).stream().filter(s -> options.wants(s.name())).toList();
    Samples samples = new Samples();
    try (Launch launch = Launch.of(new FakeProvider(workshop), subjects)) {
      for (Measurement measurement : plan(options, workshop, subjects)) {
        measurement.measure(launch.field(), samples);
      }
    }
    report(options, workshop, samples);
  }

  private static List<Measurement> plan(
      Options options, Workshop workshop, List<Subject> subjects) {
    if (options.quick()) {
      return Plan.quick();
    }
    List<Subject> starters = new ArrayList<>(subjects);
    starters.add(Subjects.byJar(workshop));
    return Plan.full(starters);
  }

  private static void report(Options options, Workshop workshop, Samples samples)
      throws IOException {
    samples.medians().forEach((name, figures) -> Progress.say("%-10s %s", name, figures));
    if (options.quick()) {
      Baseline baseline = new Baseline(workshop.bench("baseline.json"));
      baseline.compare(samples).forEach(System.out::println);
      if (options.write()) {
        baseline.write(samples);
      }
    }
  }
}
