package com.keeptrusts.gateway.store.h2;

import static com.keeptrusts.gateway.event.Events.NOON;
import static com.keeptrusts.gateway.event.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.event.EventArchive.Page;
import com.keeptrusts.gateway.event.EventFilter;
import com.keeptrusts.gateway.event.Events;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import com.keeptrusts.gateway.exchange.Result;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that share a row are found as if each had its own. */
class EventRunsTest {
  private static final int EVENTS = 3000;
  private static final int QUESTIONS = 150;
  private static final List<String> GROUPS = List.of("a", "b", "rare");
  private static final List<String> PEOPLE = List.of("alice", "bob");

  @TempDir Path temp;
  private final Random random = new Random(7);
  private final List<Event> recorded = new ArrayList<>();

  @BeforeEach
  void noon() {
    ArchiveFixture.now = NOON;
  }

  private Events any(int number) {
    int dice = random.nextInt(100);
    String group = dice == 0 ? "rare" : dice < 70 ? "a" : "b";
    Events event =
        event("evt_" + number)
            .group(group)
            .at(NOON.plusMillis(number * 90L + random.nextInt(20_000) - 10_000))
            .result(dice % 9 == 0 ? Result.BLOCKED : Result.PASS);
    if (dice % 7 == 0) {
      event.principal(PEOPLE.get(random.nextInt(2)));
    }
    return dice % 25 == 0
        ? event.policy("pii", Verdict.FLAGGED).result(Result.FLAGGED)
        : event.policy("pii", Verdict.PASSED);
  }

  private void fill(ArchiveFixture store) {
    for (int i = 0; i < EVENTS; i++) {
      Events event = any(i);
      store.record(event);
      recorded.add(event.build());
      if (random.nextInt(i < 100 ? 1 : 300) == 0) {
        store.archive.last(EventFilter.ALL, 1); // Loads, so that batches have every length.
      }
    }
  }

  private EventFilter anyFilter() {
    return new EventFilter(
        maybe(anyTime(), 2),
        maybe(anyTime(), 2),
        maybe(GROUPS.get(random.nextInt(3)), 2),
        maybe("pii", 6),
        maybe(random.nextBoolean() ? "pass" : "blocked", 3),
        maybe(PEOPLE.get(random.nextInt(2)), 5));
  }

  private Instant anyTime() {
    return NOON.plusMillis(random.nextInt(EVENTS * 90));
  }

  private <T> Optional<T> maybe(T value, int oneOf) {
    return random.nextInt(oneOf) == 0 ? Optional.of(value) : Optional.empty();
  }

  private static boolean matches(EventFilter filter, Event event) {
    boolean fired =
        event.policies().stream().anyMatch(policy -> policy.outcome() == Verdict.FLAGGED);
    String result = event.result().name().toLowerCase(Locale.ROOT);
    return filter.since().map(since -> !event.timestamp().isBefore(since)).orElse(true)
        && filter.until().map(until -> event.timestamp().isBefore(until)).orElse(true)
        && filter.consumerGroup().map(event.consumerGroup()::equals).orElse(true)
        && filter.policy().map(policy -> fired).orElse(true)
        && filter.result().map(result::equals).orElse(true)
        && filter.principal().map(event.principal().orElse("")::equals).orElse(true);
  }

  @Test
  void anyFilter_eventsInRunsOfEveryLength_agreesWithReadingThemAll() throws Exception {
    try (ArchiveFixture store = new ArchiveFixture(temp)) {
      fill(store);
      assertThat(store.archive.count(EventFilter.ALL)).isEqualTo(EVENTS);
      for (int i = 0; i < QUESTIONS; i++) {
        EventFilter filter = anyFilter();
        List<String> all =
            recorded.stream().filter(e -> matches(filter, e)).map(Event::id).toList();
        int count = 1 + random.nextInt(60);
        List<String> last = all.subList(Math.max(0, all.size() - count), all.size());
        assertThat(ArchiveFixture.ids(store.archive.last(filter, count))).isEqualTo(last);
        assertThat(exported(store, filter)).isEqualTo(all);
        assertThat(store.archive.count(filter)).isEqualTo(all.size());
        assertThat(pages(store, filter, 97)).isEqualTo(all);
      }
    }
    assertThat(rows()).isLessThan(EVENTS / 3);
  }

  private static List<String> exported(ArchiveFixture store, EventFilter filter) {
    List<String> ids = new ArrayList<>();
    store.archive.export(filter, json -> ids.add(ArchiveFixture.id(json)));
    return ids;
  }

  private static List<String> pages(ArchiveFixture store, EventFilter filter, int size) {
    List<String> ids = new ArrayList<>();
    Page page = store.archive.after(filter, 0, size);
    while (!page.events().isEmpty()) {
      ids.addAll(ArchiveFixture.ids(page));
      page = store.archive.after(filter, page.cursor(), size);
    }
    return ids;
  }

  private long rows() throws Exception {
    try (Database database = Database.open(temp);
        Statement statement = database.reader().createStatement();
        ResultSet count = statement.executeQuery("select count(*) from event_runs")) {
      count.next();
      return count.getLong(1);
    }
  }
}
