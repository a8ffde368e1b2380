package com.keeptrusts.gateway.store.journal;

import static com.keeptrusts.gateway.event.Events.event;
import static com.keeptrusts.gateway.event.Events.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.event.Events;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.Result;
import com.keeptrusts.gateway.exchange.TokenUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  @TempDir Path temp;

  @Test
  void record_event_isReadAsItWasWritten() throws IOException {
    try (Journal journal = new JournalFixture(temp).open()) {
      Event event = event("evt_1").build();
      journal.intend(intent("evt_1"));
      journal.record(event);
      assertThat(JournalFixture.events(journal)).containsExactly(event);
    }
  }

  @Test
  void open_intentWithoutEvent_isInterruptedAndChargedItsReservation() throws IOException {
    JournalFixture fixture = new JournalFixture(temp);
    try (Journal journal = fixture.open()) {
      journal.intend(intent("evt_1"));
      journal.intend(intent("evt_2"));
      journal.record(event("evt_2").build());
    }
    try (Journal journal = fixture.open()) {
      assertThat(journal.interrupted()).isEqualTo(1);
      assertThat(JournalFixture.ids(journal)).containsExactly("evt_2", "evt_1");
      Event interrupted = JournalFixture.events(journal).get(1);
      assertThat(interrupted.result()).isEqualTo(Result.ERROR);
      assertThat(interrupted.reason()).contains("interrupted");
      assertThat(interrupted.endedBy()).isEqualTo(Outcome.EndedBy.GATEWAY);
      assertThat(interrupted.usage()).isEqualTo(TokenUsage.estimated(30, 70));
      assertThat(interrupted.timestamp()).isEqualTo(Events.NOON);
      assertThat(journal.tokensOn(TODAY)).isEqualTo(Map.of("marketing", 110L));
    }
    try (Journal journal = fixture.open()) {
      assertThat(journal.interrupted()).isZero();
      assertThat(JournalFixture.ids(journal)).containsExactly("evt_2", "evt_1");
    }
  }

  @Test
  void tokensOn_eventsAroundMidnight_countOnTheDayOfTheirTimestamp() throws IOException {
    JournalFixture fixture = new JournalFixture(temp, 1, 10); // a checkpoint before each line
    try (Journal journal = fixture.open()) {
      journal.record(event("a").at(Instant.parse("2026-11-22T23:59:59.999Z")).tokens(5).build());
      journal.record(event("b").at(Instant.parse("2026-11-23T00:00:00Z")).tokens(7).build());
      journal.record(event("c").group("research \"x\" ü").tokens(11).build());
      journal.record(event("d").endpoint(Endpoint.MODERATIONS).tokens(100).build());
    }
    try (Journal journal = fixture.open()) {
      assertThat(journal.tokensOn(TODAY.minusDays(1))).isEqualTo(Map.of("marketing", 5L));
      assertThat(journal.tokensOn(TODAY))
          .isEqualTo(Map.of("marketing", 7L, "research \"x\" ü", 11L));
    }
    fixture.now = Events.NOON.plus(Duration.ofDays(1));
    try (Journal journal = fixture.open()) {
      journal.record(event("e").at(fixture.now).tokens(13).build());
      assertThat(journal.tokensOn(TODAY.plusDays(1))).isEqualTo(Map.of("marketing", 13L));
      assertThat(journal.tokensOn(TODAY)).containsEntry("marketing", 7L);
      assertThat(journal.tokensOn(TODAY.minusDays(1))).isEmpty();
    }
  }

  @Test
  void record_sixteenThreadsAtOnce_everyLineIsWhole() throws Exception {
    JournalFixture fixture = new JournalFixture(temp, 64 << 10, 10);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try (Journal journal = fixture.open()) {
      List<Future<?>> done = new ArrayList<>();
      for (int thread = 0; thread < 16; thread++) {
        int first = thread * 100;
        done.add(threads.submit(() -> exchange(journal, first)));
      }
      for (Future<?> each : done) {
        each.get();
      }
      assertThat(JournalFixture.ids(journal)).hasSize(1600).doesNotHaveDuplicates();
      assertThat(journal.tokensOn(TODAY)).isEqualTo(Map.of("marketing", 16_000L));
    } finally {
      threads.shutdown();
    }
    assertThat(fixture.files()).hasSizeGreaterThan(10);
    for (SegmentFile file : SegmentFile.in(temp)) {
      file.forEachLine(line -> assertThat(line.kind()).isNotEqualTo(JournalLine.Kind.TORN));
    }
  }

  private static Void exchange(Journal journal, int first) throws IOException {
    for (int i = first; i < first + 100; i++) {
      journal.intend(intent("evt_" + i));
      journal.record(event("evt_" + i).build());
    }
    return null;
  }

  @Test
  void record_interruptedThread_isWrittenAndHarmsNobody() throws IOException {
    try (Journal journal = new JournalFixture(temp).open()) {
      Thread.currentThread().interrupt();
      journal.record(event("evt_1").build());
      assertThat(Thread.interrupted()).isTrue();
      journal.record(event("evt_2").build());
      assertThat(JournalFixture.ids(journal)).containsExactly("evt_1", "evt_2");
    }
  }

  @Test
  void intend_fullDisk_failsAndLeavesNothingBehind() throws IOException {
    JournalFixture fixture = new JournalFixture(temp);
    try (Journal journal = fixture.open()) {
      journal.record(event("evt_1").build());
      fixture.disk.leaveRoom(100);
      assertThatThrownBy(() -> journal.intend(intent("evt_2"))).isInstanceOf(IOException.class);
      fixture.disk.leaveRoom(Long.MAX_VALUE);
      journal.intend(intent("evt_3"));
      journal.record(event("evt_3").build());
    }
    try (Journal journal = fixture.open()) {
      assertThat(JournalFixture.ids(journal)).containsExactly("evt_1", "evt_3");
    }
  }

  @Test
  void record_fullDiskAtEveryByte_eventsAreWrittenOnceWhenThereIsRoom() throws IOException {
    int length = EventLine.of(event("evt_1").build()).bytes().length;
    for (int room = 0; room <= length; room++) {
      JournalFixture fixture = new JournalFixture(temp.resolve("" + room));
      Files.createDirectory(temp.resolve("" + room));
      try (Journal journal = fixture.open()) {
        journal.record(event("evt_0").build());
        fixture.disk.leaveRoom(room);
        journal.record(event("evt_1").build());
        journal.record(event("evt_2").build());
        assertThat(journal.waiting()).isEqualTo(room < length ? 2 : 1);
        fixture.disk.leaveRoom(Long.MAX_VALUE);
        journal.record(event("evt_3").build());
        assertThat(journal.waiting()).isZero();
        assertThat(JournalFixture.ids(journal)).containsExactly("evt_0", "evt_1", "evt_2", "evt_3");
        assertThat(journal.tokensOn(TODAY)).isEqualTo(Map.of("marketing", 40L));
      }
      try (Journal journal = fixture.open()) {
        assertThat(JournalFixture.ids(journal)).containsExactly("evt_0", "evt_1", "evt_2", "evt_3");
        assertThat(journal.tokensOn(TODAY)).isEqualTo(Map.of("marketing", 40L));
      }
    }
  }

  @Test
  void record_tooManyWait_theRestIsCountedAndInterruptedAtTheNextStart() throws IOException {
    JournalFixture fixture = new JournalFixture(temp, 8 << 20, 2);
    try (Journal journal = fixture.open()) {
      for (String id : List.of("a", "b", "c")) {
        journal.intend(intent(id));
      }
      fixture.disk.leaveRoom(0);
      for (String id : List.of("a", "b", "c")) {
        journal.record(event(id).build());
      }
      assertThat(journal.waiting()).isEqualTo(2);
      assertThat(journal.lost()).isEqualTo(1);
      fixture.disk.leaveRoom(Long.MAX_VALUE);
    }
    try (Journal journal = fixture.open()) {
      assertThat(JournalFixture.ids(journal)).containsExactly("a", "b", "c");
      assertThat(JournalFixture.events(journal).get(2).reason()).contains("interrupted");
    }
  }

  @Test
  void open_fullDisk_startsAndWritesTheCheckpointWhenThereIsRoom() throws IOException {
    JournalFixture fixture = new JournalFixture(temp);
    try (Journal journal = fixture.open()) {
      journal.record(event("evt_1").tokens(50).build());
      journal.intend(intent("evt_2"));
    }
    fixture.disk.leaveRoom(7);
    try (Journal journal = fixture.open()) {
      assertThat(journal.tokensOn(TODAY)).isEqualTo(Map.of("marketing", 50L));
      assertThat(journal.waiting()).isEqualTo(1);
      fixture.disk.leaveRoom(Long.MAX_VALUE);
      journal.record(event("evt_3").tokens(1).build());
      assertThat(JournalFixture.ids(journal)).containsExactly("evt_1", "evt_2", "evt_3");
    }
    Files.delete(fixture.files().get(0));
    try (Journal journal = fixture.open()) {
      assertThat(journal.tokensOn(TODAY)).isEqualTo(Map.of("marketing", 151L));
    }
  }

  @Test
  void release_olderSegments_goOnlyWhenLoadedAndEnded() throws IOException {
    JournalFixture fixture = new JournalFixture(temp, 2000, 10);
    try (Journal journal = fixture.open()) {
      journal.intend(intent("long"));
      for (int i = 0; i < 20; i++) {
        journal.record(event("evt_" + i).build());
      }
      int all = fixture.files().size();
      assertThat(all).isGreaterThan(4);
      journal.release(journal.end());
      assertThat(fixture.files()).hasSize(all);
      journal.record(event("long").build());
      assertThat(journal.isReleasable(Position.START)).isFalse();
      journal.release(new Position(3, 0));
      assertThat(fixture.files()).hasSize(all - 2);
      journal.release(journal.end());
      assertThat(fixture.files()).hasSizeLessThanOrEqualTo(2);
      assertThat(journal.isReleasable(journal.end())).isFalse();
    }
    try (Journal journal = fixture.open()) {
      assertThat(journal.interrupted()).isZero();
      assertThat(journal.tokensOn(TODAY)).isEqualTo(Map.of("marketing", 210L));
    }
  }

  @Test
  void close_unsyncedLines_reachTheDisk() throws IOException {
    JournalFixture fixture = new JournalFixture(temp);
    Journal journal = fixture.open();
    journal.record(event("evt_1").build());
    journal.close();
    assertThat(fixture.disk.syncs()).isPositive();
  }
}
