package com.keeptrusts.gateway.store.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Deletes what is too old, a little at a time, so that loading never waits long. */
final class Retention {
  /** For how long a response can be continued by the group that created it. */
  static final Duration RESPONSES = Duration.ofDays(30);

  private static final Duration PAUSE = Duration.ofHours(1);
  private static final int STEP = 2000;

  private final InstantSource clock;
  private final Duration events;
  private Instant dueAt = Instant.MIN;

  Retention(InstantSource clock, int days) {
    this.clock = clock;
    this.events = Duration.ofDays(days);
  }

  /**
   * Deletes some of what is due.
   *
   * @return whether there is more to do at once
   */
  boolean step(Connection connection) throws SQLException {
    Instant now = clock.instant();
    if (now.isBefore(dueAt)) {
      return false;
    }
    boolean more = step(connection, now);
    connection.commit();
    if (!more) {
      dueAt = now.plus(PAUSE);
    }
    return more;
  }

  private boolean step(Connection connection, Instant now) throws SQLException {
    long oldest = now.minus(RESPONSES).toEpochMilli();
    if (update(connection, "delete from response_owners where at_millis < ? limit " + STEP, oldest)
        == STEP) {
      return true;
    }
    // Whole minutes only, so that a minute's place in the index goes with its events.
    long minute = Math.floorDiv(now.minus(events).toEpochMilli(), Rollups.MINUTE_MILLIS);
    SeqSpan old = oldEvents(connection, minute);
    if (old.isEmpty()) {
      return false;
    }
    SeqSpan some = old.head(STEP);
    delete(connection, some, minute * Rollups.MINUTE_MILLIS);
    forgetMinutes(connection, some.last(), minute);
    return true;
  }

  private static SeqSpan oldEvents(Connection connection, long minute) throws SQLException {
    String span =
        "select coalesce(min(first_seq), 1), coalesce(max(last_seq), 0) from event_minutes"
            + " where epoch_minute < ?";
    try (PreparedStatement select = connection.prepareStatement(span)) {
      select.setLong(1, minute);
      try (ResultSet found = select.executeQuery()) {
        found.next();
        return new SeqSpan(found.getLong(1), found.getLong(2));
      }
    }
  }

  private static void delete(Connection connection, SeqSpan span, long beforeMillis)
      throws SQLException {
    String old = " where seq between ? and ? and at_millis < ?";
    for (String table : List.of("fired_policies", EventSelect.RUNS, EventSelect.SINGLE)) {
      update(connection, "delete from " + table + old, span.first(), span.last(), beforeMillis);
    }
  }

  /** Of the old minutes, those that lie wholly behind go; of the others the part that does. */
  private static void forgetMinutes(Connection connection, long lastSeq, long minute)
      throws SQLException {
    update(
        connection,
        "delete from event_minutes where epoch_minute < ? and last_seq <= ?",
        minute,
        lastSeq);
    update(
        connection,
        "update event_minutes set first_seq = ? where epoch_minute < ? and first_seq <= ?",
        lastSeq + 1,
        minute,
        lastSeq);
  }

  private static int update(Connection connection, String sql, long... arguments)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        update.setLong(i + 1, arguments[i]);
      }
      return update.executeUpdate();
    }
  }
}
