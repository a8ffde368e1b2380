package com.keeptrusts.gateway.store.h2;

import static com.keeptrusts.gateway.event.Events.NOON;
import static com.keeptrusts.gateway.event.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.event.EventArchive.Usage;
import com.keeptrusts.gateway.event.EventFilter;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Verdict;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(40));

  @TempDir Path temp;

  @Test
  void step_untilNothingIsLeftToDo_oldEventsGoAndSumsStay() throws Exception {
    ArchiveFixture.now = NOON;
    try (ArchiveFixture store = new ArchiveFixture(temp)) {
      store.record(event("old").policy("pii", Verdict.FLAGGED).at(LONG_AGO));
      store.record(event("resp").endpoint(Endpoint.RESPONSES).responseId("r1").at(LONG_AGO));
      for (int i = 0; i < 4500; i++) {
        store.record(event("old_" + i).at(LONG_AGO.plusSeconds(i)));
      }
      store.record(event("new").policy("pii", Verdict.FLAGGED));
      store.record(event("late").at(LONG_AGO));
      assertThat(store.archive.count(EventFilter.ALL)).isEqualTo(4504);
    }
    assertThat(stepsAt(NOON)).isEqualTo(3);
    assertThat(stepsAt(NOON)).isZero();
    try (ArchiveFixture store = new ArchiveFixture(temp)) {
      assertThat(ArchiveFixture.ids(store.archive.last(EventFilter.ALL, 10)))
          .containsExactly("new");
      assertThat(store.archive.usage(LONG_AGO, LONG_AGO.plusNanos(1), Optional.empty()))
          .extracting(Usage::requests)
          .containsExactly(4503L);
      store.record(event("next"));
      assertThat(ArchiveFixture.ids(store.archive.last(EventFilter.ALL, 10)))
          .containsExactly("new", "next");
    }
    assertThat(rows("fired_policies")).isEqualTo(1);
    assertThat(rows("event_minutes")).isEqualTo(1);
    assertThat(rows("response_owners")).isZero();
  }

  private int stepsAt(Instant now) throws Exception {
    Retention retention = new Retention(InstantSource.fixed(now), 30);
    int steps = 0;
    try (Database database = Database.open(temp)) {
      while (retention.step(database.writer())) {
        steps++;
      }
    }
    return steps;
  }

  private long rows(String table) throws Exception {
    try (Database database = Database.open(temp);
        Statement statement = database.writer().createStatement();
        ResultSet count = statement.executeQuery("select count(*) from " + table)) {
      count.next();
      return count.getLong(1);
    }
  }
}
