package com.keeptrusts.gateway.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.event.EventFilter;
import com.keeptrusts.gateway.event.EventParser;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
  @TempDir Path temp;
  private final Set<String> intended = new HashSet<>();
  private final Set<String> ended = new HashSet<>();

  @Test
  void open_processesKilledUnderLoad_everyIntentHasExactlyOneEvent() throws Exception {
    runAndKill(1, 3_000);
    runAndKill(2, 12_000);
    runAndKill(3, 100);
    Map<String, Event> events = new HashMap<>();
    try (EventStore store = EventStore.open(DataFolder.open(temp), InstantSource.system(), 9000)) {
      store.archive().export(EventFilter.ALL, json -> keep(events, json));
    }
    assertThat(events).containsKeys(intended.toArray(String[]::new));
    assertThat(ended)
        .isNotEmpty()
        .allSatisfy(id -> assertThat(events.get(id).reason()).as(id).isEmpty());
  }

  private static void keep(Map<String, Event> events, String json) {
    Event event = EventParser.parse(json.getBytes(UTF_8));
    assertThat(events.put(event.id(), event)).as("twice: %s", event.id()).isNull();
  }

  private void runAndKill(int life, int linesBefore) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledGateway.class.getName(),
                temp.toString(),
                Integer.toString(life))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      int read = 0;
      String line = lines.readLine();
      while (line != null) {
        note(line);
        if (++read == linesBefore) {
          process.toHandle().destroyForcibly(); // leaves the pipe open to read the rest
        }
        line = lines.readLine();
      }
      assertThat(read).isGreaterThanOrEqualTo(linesBefore);
    }
    process.waitFor();
  }

  private void note(String line) {
    int space = line.indexOf(' ');
    if (line.startsWith("intent ")) {
      intended.add(line.substring(space + 1));
    } else if (line.startsWith("event ")) {
      ended.add(line.substring(space + 1));
    }
  }
}
