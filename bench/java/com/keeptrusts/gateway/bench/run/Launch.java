package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.subject.FakeProvider;
import com.keeptrusts.gateway.bench.subject.RunningSubject;
import com.keeptrusts.gateway.bench.subject.Subject;
import com.keeptrusts.gateway.bench.subject.UnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What could be started.
 *
 * @param missing why a subject is left out, by name
 */
record Launch(Field field, Map<String, String> missing) implements AutoCloseable {
  static Launch of(FakeProvider provider, List<Subject> subjects)
      throws IOException, InterruptedException {
    RunningSubject fake = provider.start();
    List<RunningSubject> running = new ArrayList<>();
    Map<String, String> missing = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      try {
        running.add(subject.start(FakeProvider.baseUrl(fake)));
        Progress.say("%-18s %s", "started", subject.name());
      } catch (UnavailableException | IOException absent) {
        missing.put(subject.name(), String.valueOf(absent.getMessage()));
        Progress.say("%-18s %s: %s", "left out", subject.name(), absent.getMessage());
      }
    }
    Field field = new Field(fake, running);
    field.stopAll();
    return new Launch(field, missing);
  }

  @Override
  public void close() {
    field.subjects().forEach(RunningSubject::close);
    field.direct().close();
  }
}
