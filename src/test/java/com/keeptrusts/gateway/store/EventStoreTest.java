package com.keeptrusts.gateway.store;

import static com.keeptrusts.gateway.event.Events.NOON;
import static com.keeptrusts.gateway.event.Events.event;
import static com.keeptrusts.gateway.event.Events.intent;
import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.event.EventArchive.Page;
import com.keeptrusts.gateway.event.EventFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStoreTest {
  @TempDir Path temp;

  private EventStore open() throws IOException {
    return EventStore.open(DataFolder.open(temp), InstantSource.fixed(NOON), 90);
  }

  @Test
  void open_afterKill_interruptedExchangesAreFoundAndCharged() throws IOException {
    try (EventStore store = open()) {
      store.log().intend(intent("a"));
    }
    try (EventStore store = open()) {
      assertThat(store.interrupted()).isEqualTo(1);
      assertThat(store.tokensOn(LocalDate.parse("2026-11-23")))
          .isEqualTo(Map.of("marketing", 100L));
      assertThat(store.archive().last(EventFilter.ALL, 1).events().get(0))
          .contains("\"id\":\"a\"", "\"reason\":\"interrupted\"");
    }
  }

  @Test
  void close_always_leavesNoThreadAndFreesTheFolder() throws Exception {
    for (int i = 0; i < 2; i++) {
      EventStore store = open();
      store.log().record(event("e" + i).build());
      store.archive().last(EventFilter.ALL, 1);
      store.close();
    }
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("keeptrusts") || thread.getName().startsWith("MVStore")) {
        thread.join(5000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  @Test
  void export_hundredThousandEvents_streamsAndTheJournalIsCleared() throws IOException {
    try (EventStore store = open()) {
      for (int i = 0; i < 100_000; i++) {
        store.log().record(event("evt_" + i).build());
        if (i % 10_000 == 0) {
          store.archive().last(EventFilter.ALL, 1); // a query waits for some seconds only
        }
      }
      AtomicLong chars = new AtomicLong();
      long before = live();
      AtomicLong most = new AtomicLong();
      long exported =
          store
              .archive()
              .export(
                  EventFilter.ALL,
                  json -> {
                    if (chars.addAndGet(json.length()) % 10_000_000 < json.length()) {
                      most.accumulateAndGet(live() - before, Math::max);
                    }
                  });
      assertThat(exported).isEqualTo(100_000);
      assertThat(chars.get()).isGreaterThan(50_000_000);
      assertThat(most.get()).isLessThan(25 << 20);
      Page page = store.archive().last(EventFilter.ALL, 50);
      assertThat(page.events().get(49)).contains("\"evt_99999\"");
      assertThat(page.cursor()).isEqualTo(100_000);
    }
    try (Stream<Path> files = Files.list(temp)) {
      assertThat(files.filter(file -> file.toString().endsWith(".ndjson"))).hasSize(1);
    }
  }

  /** What garbage collection leaves. */
  private static long live() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
