package com.keeptrusts.gateway.store.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2's plans, where a wrong one would read millions of events to show fifty. */
class EventSelectTest {
  private static final int FIXED_PARAMETERS = 4;

  @TempDir Path temp;
  private Database database;

  @BeforeEach
  void fill() throws Exception {
    database = Database.open(temp);
    try (Statement statement = database.writer().createStatement()) {
      statement.execute(
          "insert into event_runs select x, x, 'g' || mod(x, 5), 'pass', cast('{}' as varbinary), 'u' || mod(x, 2)"
              + " from system_range(1, 20000)");
      statement.execute(
          "insert into fired_policies select 'p', seq, at_millis, consumer_group, result"
              + " from event_runs");
    }
    database.writer().commit();
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  @Test
  void within_anyFilter_readsNoEventOutsideOfTheSpan() throws Exception {
    assertThat(plan(EventSelect.WITHIN, "g1", "g1", "pass", "pass", "p", "p", null, null))
        .contains("PRIMARY_KEY", "index sorted", "scanCount: 1257");
    assertThat(plan(EventSelect.WITHIN, "g1", "g1", null, null, null, null, "u1", "u1"))
        .contains("PRIMARY_KEY", "scanCount: 1257");
  }

  @Test
  void latest_anyFilter_readsNoMoreThanItShows() throws Exception {
    assertThat(plan(EventSelect.LATEST_OF_GROUP, "g1", "pass", "50"))
        .contains("EVENT_RUNS_BY_GROUP", "index sorted", "scanCount: 50 ");
    assertThat(plan(EventSelect.LATEST_OF_RESULT, "pass", "50"))
        .contains("EVENT_RUNS_BY_RESULT", "index sorted", "scanCount: 50 ");
    assertThat(plan(EventSelect.LATEST_OF_POLICY, null, null, null, null, "p", "50"))
        .contains("FIRED_POLICIES_BY_POLICY", "index sorted", "scanCount: 50 ");
    assertThat(
            plan(EventSelect.LATEST_OF_PRINCIPAL, null, null, null, null, null, null, "u1", "50"))
        .contains("EVENT_RUNS_BY_PRINCIPAL", "index sorted", "scanCount: 50 ");
  }

  private String plan(String sql, String... arguments) throws Exception {
    try (PreparedStatement explain =
        database
            .reader()
            .prepareStatement("explain analyze " + EventSelect.in(EventSelect.RUNS, sql))) {
      SeqSpan rows = new SeqSpan(5000, 6000).ofRows();
      long[] span = {rows.first(), rows.last(), Long.MIN_VALUE, Long.MAX_VALUE};
      for (int i = 0; i < span.length; i++) {
        explain.setLong(i + 1, span[i]);
      }
      for (int i = 0; i < arguments.length; i++) {
        explain.setString(FIXED_PARAMETERS + 1 + i, arguments[i]);
      }
      try (ResultSet plan = explain.executeQuery()) {
        plan.next();
        return plan.getString(1).replaceAll("\\s+", " ");
      }
    }
  }
}
