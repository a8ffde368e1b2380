package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.report.Baseline;
import com.keeptrusts.gateway.bench.report.Machine;
import com.keeptrusts.gateway.bench.report.Readme;
import com.keeptrusts.gateway.bench.report.Run;
import com.keeptrusts.gateway.bench.report.Samples;
import com.keeptrusts.gateway.bench.report.Tables;
import com.keeptrusts.gateway.bench.subject.FakeProvider;
import com.keeptrusts.gateway.bench.subject.Subject;
import com.keeptrusts.gateway.bench.subject.Subjects;
import com.keeptrusts.gateway.bench.subject.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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
    long begin = System.nanoTime();
    Map<String, String> missing;
    try (Launch launch = Launch.of(new FakeProvider(workshop), subjects)) {
      for (Measurement measurement : plan(options, workshop, subjects)) {
        measurement.measure(launch.field(), samples);
      }
      missing = launch.missing();
    }
    Run run = new Run(Machine.facts(), versions(subjects, missing), missing, samples);
    report(options, workshop, run);
    Progress.say("took %d s", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
  }

  private static Map<String, String> versions(List<Subject> subjects, Map<String, String> missing)
      throws IOException, InterruptedException {
    Map<String, String> versions = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      if (!missing.containsKey(subject.name())) {
        versions.put(subject.name(), subject.version());
      }
    }
    return versions;
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

  private static void report(Options options, Workshop workshop, Run run) throws IOException {
    run.write(workshop.folder().resolve(options.quick() ? "quick.json" : "results.json"));
    System.out.println();
    System.out.println(Tables.of(run));
    if (options.quick()) {
      compare(options, new Baseline(workshop.bench("baseline.json")), run.samples());
    } else if (options.write()) {
      new Readme(workshop.bench("")).keep(run);
    }
  }

  private static void compare(Options options, Baseline baseline, Samples samples)
      throws IOException {
    baseline.compare(samples).forEach(System.out::println);
    if (options.write()) {
      baseline.write(samples);
    }
  }
}
