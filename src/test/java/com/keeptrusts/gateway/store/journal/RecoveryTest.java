package com.keeptrusts.gateway.store.journal;

import static com.keeptrusts.gateway.event.Events.event;
import static com.keeptrusts.gateway.event.Events.intent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.event.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill or a power cut may leave any beginning of what was written. */
class RecoveryTest {
  @TempDir Path temp;

  @Test
  void open_cutAtEveryByte_everyWholeIntentHasExactlyOneEvent() throws IOException {
    Path whole = Files.createDirectory(temp.resolve("whole"));
    try (Journal journal = new JournalFixture(whole).open()) {
      journal.intend(intent("a"));
      journal.intend(intent("b"));
      journal.record(event("b").build());
      journal.record(event("refused").tokens(0).build());
      journal.record(event("a").build());
    }
    Path file = SegmentFile.in(whole).get(0).path();
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length <= bytes.length; length++) {
      Path cut = Files.createDirectory(temp.resolve("cut" + length));
      byte[] left = Arrays.copyOf(bytes, length);
      Files.write(cut.resolve(file.getFileName()), left);
      assertRecovers(cut);
    }
  }

  @Property(tries = 60)
  void open_randomWorkKilledTwiceAnywhere_everyWholeIntentHasExactlyOneEvent(
      @ForAll @IntRange(max = 1_000_000) int seed) throws IOException {
    Path folder = Files.createTempDirectory("journal");
    try {
      Random random = new Random(seed);
      for (int life = 0; life < 2; life++) {
        try (Journal journal = new JournalFixture(folder, 3000, 10).open()) {
          work(journal, random, life);
        }
        List<SegmentFile> files = SegmentFile.in(folder);
        SegmentFile last = files.get(files.size() - 1);
        byte[] left = Files.readAllBytes(last.path());
        Files.write(last.path(), Arrays.copyOf(left, random.nextInt(left.length + 1)));
      }
      assertRecovers(folder);
    } finally {
      delete(folder);
    }
  }

  private static void work(Journal journal, Random random, int life) throws IOException {
    Set<String> open = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      String id = "evt_" + life + "_" + i;
      if (random.nextInt(3) > 0) {
        journal.intend(intent(id));
        open.add(id);
      } else {
        journal.record(event(id).build());
      }
      if (random.nextBoolean() && !open.isEmpty()) {
        String ended = open.iterator().next();
        open.remove(ended);
        journal.record(event(ended).build());
      }
    }
  }

  /** Opens twice: the second start must find nothing left to do. */
  private static void assertRecovers(Path folder) throws IOException {
    Set<String> intended = new HashSet<>();
    for (SegmentFile file : SegmentFile.in(folder)) {
      file.forEachLine(
          line -> {
            if (line.kind() == JournalLine.Kind.INTENT) {
              intended.add(line.id());
            }
          });
    }
    List<String> ids;
    try (Journal journal = new JournalFixture(folder).open()) {
      ids = JournalFixture.ids(journal);
      assertThat(ids).doesNotHaveDuplicates().containsAll(intended);
      assertTotals(journal);
    }
    try (Journal journal = new JournalFixture(folder).open()) {
      assertThat(journal.interrupted()).isZero();
      assertThat(JournalFixture.ids(journal)).isEqualTo(ids);
      assertTotals(journal);
    }
  }

  private static void assertTotals(Journal journal) throws IOException {
    long total =
        JournalFixture.events(journal).stream()
            .map(Event::usage)
            .mapToLong(usage -> usage.totalTokens())
            .sum();
    assertThat(journal.tokensOn(LocalDate.parse("2026-11-23")))
        .isEqualTo(total == 0 ? Map.of() : Map.of("marketing", total));
  }

  @Test
  void open_damagedByteAnywhere_losesThatLineOnly() throws IOException {
    try (Journal journal = new JournalFixture(temp).open()) {
      journal.record(event("a").build());
      journal.record(event("b").build());
      journal.record(event("c").build());
    }
    Path file = SegmentFile.in(temp).get(0).path();
    byte[] bytes = Files.readAllBytes(file);
    int middle = new String(bytes, UTF_8).indexOf("\"b\"");
    bytes[middle + 60] ^= 1;
    Files.write(file, bytes);
    try (Journal journal = new JournalFixture(temp).open()) {
      assertThat(JournalFixture.ids(journal)).containsExactly("a", "c");
    }
  }

  @Test
  void of_eightMegabytes_isReadQuickly() throws IOException {
    try (Journal journal = new JournalFixture(temp).open()) {
      for (int i = 0; SegmentFile.in(temp).get(0).end() < 8_000_000 && i < 9_000; i++) {
        journal.intend(intent("evt_01ARYZ6S41000000000000" + i));
        journal.record(event("evt_01ARYZ6S41000000000000" + i).at(Events.NOON).build());
      }
    }
    long start = System.nanoTime();
    Recovery recovery = Recovery.of(SegmentFile.in(temp));
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertThat(recovery.openIntents()).isEmpty();
    assertThat(millis).isLessThan(1000); // tens of them usually; the bound is for busy machines
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
