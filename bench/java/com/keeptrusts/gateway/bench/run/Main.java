package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.report.Samples;
import com.keeptrusts.gateway.bench.subject.Chat;
import com.keeptrusts.gateway.bench.subject.FakeModel;
import com.keeptrusts.gateway.bench.subject.FakeProvider;
import com.keeptrusts.gateway.bench.subject.RunningSubject;
import com.keeptrusts.gateway.bench.subject.Subject;
import com.keeptrusts.gateway.bench.subject.Subjects;
import com.keeptrusts.gateway.bench.subject.UnavailableException;
import com.keeptrusts.gateway.bench.subject.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code bench/run}: starts everything, measures, reports. */
public final class Main {
  private static final Chat CHAT = new Chat(FakeModel.SMALL, 850);
  private static final int CONNECTIONS = 32;

  private Main() {}

  public static void main(String[] args) throws Exception {
    Options options = Options.parse(Path.of(System.getProperty("bench.project")), List.of(args));
    Workshop workshop = new Workshop(options.project(), options.project().resolve("target/bench"));
    RunningSubject fake = new FakeProvider(workshop).start();
    List<RunningSubject> running = new ArrayList<>();
    Map<String, String> missing = new LinkedHashMap<>();
    for (Subject subject : Subjects.all(workshop)) {
      if (options.wants(subject.name())) {
        try {
          running.add(subject.start(FakeProvider.baseUrl(fake)));
        } catch (UnavailableException absent) {
          missing.put(subject.name(), absent.getMessage());
        }
      }
    }
    Field field = new Field(fake, running);
    Samples samples = new Samples();
    for (Measurement measurement : plan(options)) {
      measurement.measure(field, samples);
    }
    samples.medians().forEach((name, figures) -> Progress.say("%-10s %s", name, figures));
    missing.forEach((name, why) -> Progress.say("%-10s left out: %s", name, why));
    for (RunningSubject subject : running) {
      subject.close();
    }
    fake.close();
  }

  private static List<Measurement> plan(Options options) {
    return options.quick()
        ? List.of(
            new WarmUp(150_000, Duration.ofSeconds(30), CONNECTIONS, CHAT),
            new Saturation(5, Duration.ofSeconds(2), CONNECTIONS, CHAT),
            new SteadyRate(3, Duration.ofSeconds(3), 1000, 64, CHAT))
        : List.of(
            new WarmUp(250_000, Duration.ofSeconds(60), CONNECTIONS, CHAT),
            new Saturation(7, Duration.ofSeconds(3), CONNECTIONS, CHAT),
            new SteadyRate(5, Duration.ofSeconds(6), 1000, 64, CHAT));
  }
}
