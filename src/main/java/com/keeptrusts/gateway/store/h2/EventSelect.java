package com.keeptrusts.gateway.store.h2;

import com.keeptrusts.gateway.event.EventFilter;
import com.keeptrusts.gateway.exchange.Result;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the events that match one filter. Which index is used is not left to H2: either it is
 * named, or the conditions that would tempt H2 to another one are alternatives, which no index
 * serves.
 */
final class EventSelect {
  /** An event and its number. */
  record Row(long seq, String json) {}

  /** A row of the table, which may hold several events. */
  private record Stored(long seq, long atMillis, String text) {}

  private static final int FIRST_PAGE = 8;
  private static final int LAST_PAGE = 64;

  private static final String SPAN_AND_TIME =
      " e.seq between ? and ? and e.at_millis >= ? and e.at_millis < ?";
  private static final String GROUP_AND_RESULT =
      " and (cast(? as varchar) is null or e.consumer_group = ?)"
          + " and (cast(? as varchar) is null or e.result = ?)";
  private static final String POLICY =
      " and (cast(? as varchar) is null or exists (select 1 from fired_policies f"
          + " use index (fired_policies_by_seq) where f.seq = e.seq and f.policy = ?))";

  private static final String PRINCIPAL = " and (cast(? as varchar) is null or e.principal = ?)";

  /** Where events are now. */
  static final String RUNS = "event_runs";

  /** Where older versions put them, in a row each. */
  static final String SINGLE = "events";

  private static final List<String> TABLES = List.of(RUNS, SINGLE);

  private static final String FROM = "select e.seq, e.at_millis, e.json from {table} e";

  static final String WITHIN =
      FROM + " where" + SPAN_AND_TIME + GROUP_AND_RESULT + POLICY + PRINCIPAL + " order by e.seq";
  static final String LATEST_OF_GROUP =
      FROM
          + " use index ({table}_by_group) where"
          + SPAN_AND_TIME
          + " and e.consumer_group = ? and e.result = ?"
          + " order by e.consumer_group desc, e.result desc, e.seq desc limit ?";
  static final String LATEST_OF_RESULT =
      FROM
          + " use index ({table}_by_result) where"
          + SPAN_AND_TIME
          + " and e.result = ? order by e.result desc, e.seq desc limit ?";
  static final String LATEST_OF_POLICY =
      "select e.seq from fired_policies e use index (fired_policies_by_policy) where"
          + SPAN_AND_TIME
          + GROUP_AND_RESULT
          + " and e.policy = ? order by e.policy desc, e.seq desc limit ?";
  static final String LATEST_OF_PRINCIPAL =
      FROM
          + " use index ({table}_by_principal) where"
          + SPAN_AND_TIME
          + GROUP_AND_RESULT
          + POLICY
          + " and e.principal = ? order by e.principal desc, e.seq desc limit ?";
  private static final String ONE =
      "select cast(json as varchar) from event_runs where seq = ?"
          + " union all select json from events where seq = ?";

  private final EventFilter filter;
  private final long sinceMillis;
  private final long untilMillis;

  EventSelect(EventFilter filter) {
    this.filter = filter;
    this.sinceMillis = filter.since().map(Millis::ceiling).orElse(Long.MIN_VALUE);
    this.untilMillis = filter.until().map(Millis::ceiling).orElse(Long.MAX_VALUE);
  }

  /** The number of the last event that is loaded. */
  static long lastSeq(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet loaded = statement.executeQuery("select last_seq from loaded")) {
      loaded.next();
      return loaded.getLong(1);
    }
  }

  /** Outside of this span nothing matches. */
  SeqSpan span(Connection connection) throws SQLException {
    String minutes =
        "select coalesce(min(first_seq), 1), coalesce(max(last_seq), 0) from event_minutes"
            + " where epoch_minute between ? and ?";
    try (PreparedStatement select = connection.prepareStatement(minutes)) {
      select.setLong(1, Math.floorDiv(sinceMillis, Rollups.MINUTE_MILLIS));
      select.setLong(2, Math.floorDiv(untilMillis - 1, Rollups.MINUTE_MILLIS));
      try (ResultSet span = select.executeQuery()) {
        span.next();
        return new SeqSpan(span.getLong(1), span.getLong(2));
      }
    }
  }

  /** Whether {@link #latest} need not read what does not match. */
  boolean isIndexed() {
    return filter.principal().isPresent()
        || filter.policy().isPresent()
        || filter.consumerGroup().isPresent()
        || filter.result().isPresent();
  }

  /** The last that match, oldest first. */
  List<Row> latest(Connection connection, SeqSpan span, int count) throws SQLException {
    List<Row> rows = new ArrayList<>(newestFirst(connection, span, count));
    rows.sort(Comparator.comparingLong(Row::seq));
    return rows.subList(Math.max(0, rows.size() - count), rows.size());
  }

  private List<Row> newestFirst(Connection connection, SeqSpan span, int count)
      throws SQLException {
    if (filter.principal().isPresent()) {
      Object[] arguments =
          groupAndResult(filter.policy(), filter.policy(), filter.principal().get());
      return newest(connection, LATEST_OF_PRINCIPAL, span, count, arguments);
    }
    if (filter.policy().isPresent()) {
      return latestOfPolicy(connection, span, filter.policy().get(), count);
    }
    if (filter.consumerGroup().isEmpty()) {
      return newest(connection, LATEST_OF_RESULT, span, count, filter.result().orElseThrow());
    }
    // The index of groups goes by result before it goes by number: one walk for each result.
    List<Row> rows = new ArrayList<>();
    for (String result : results()) {
      rows.addAll(
          newest(connection, LATEST_OF_GROUP, span, count, filter.consumerGroup().get(), result));
    }
    return rows;
  }

  private List<Row> newest(
      Connection connection, String sql, SeqSpan span, int count, Object... arguments)
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    for (String table : TABLES) {
      rows.addAll(walkBack(connection, in(table, sql), span, count, arguments));
    }
    return rows;
  }

  static String in(String table, String sql) {
    return sql.replace("{table}", table);
  }

  /**
   * Walks back along an index until nothing newer can come. How many events a row holds is not
   * known before it is read, so the pages are small at first.
   */
  private List<Row> walkBack(
      Connection connection, String sql, SeqSpan span, int count, Object... arguments)
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    Object[] withLimit = Arrays.copyOf(arguments, arguments.length + 1);
    SeqSpan left = span.ofRows();
    for (int page = FIRST_PAGE; !left.isEmpty(); page = Math.min(LAST_PAGE, 2 * page)) {
      withLimit[arguments.length] = page;
      List<Stored> some = stored(connection, sql, left, withLimit);
      some.forEach(row -> addEvents(row, span, rows));
      if (some.size() < page) {
        return rows;
      }
      long lowest = some.get(page - 1).seq();
      if (rows.stream().filter(row -> row.seq() >= lowest).count() >= count) {
        return rows;
      }
      left = new SeqSpan(left.first(), lowest - 1);
    }
    return rows;
  }

  private List<String> results() {
    return filter
        .result()
        .map(List::of)
        .orElseGet(
            () ->
                Arrays.stream(Result.values())
                    .map(result -> result.name().toLowerCase(Locale.ROOT))
                    .toList());
  }

  private List<Row> latestOfPolicy(Connection connection, SeqSpan span, String policy, int count)
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement select =
            prepared(
                connection,
                LATEST_OF_POLICY,
                span,
                sinceMillis,
                untilMillis,
                groupAndResult(policy, count));
        ResultSet found = select.executeQuery();
        PreparedStatement one = connection.prepareStatement(ONE)) {
      while (found.next()) {
        one.setLong(1, found.getLong(1));
        one.setLong(2, found.getLong(1));
        try (ResultSet event = one.executeQuery()) {
          event.next();
          rows.add(new Row(found.getLong(1), event.getString(1)));
        }
      }
    }
    return rows;
  }

  /** Those of a span that match, oldest first. */
  List<Row> within(Connection connection, SeqSpan span) throws SQLException {
    List<Row> rows = new ArrayList<>();
    Object[] arguments =
        groupAndResult(filter.policy(), filter.policy(), filter.principal(), filter.principal());
    for (String table : TABLES) {
      for (Stored row : stored(connection, in(table, WITHIN), span.ofRows(), arguments)) {
        addEvents(row, span, rows);
      }
    }
    rows.sort(Comparator.comparingLong(Row::seq));
    return rows;
  }

  private Object[] groupAndResult(Object... more) {
    List<Object> arguments = new ArrayList<>();
    arguments.addAll(List.of(filter.consumerGroup(), filter.consumerGroup()));
    arguments.addAll(List.of(filter.result(), filter.result()));
    arguments.addAll(List.of(more));
    return arguments.toArray();
  }

  /** The rows that may hold matching events: their times are known to the minute. */
  private List<Stored> stored(Connection connection, String sql, SeqSpan span, Object... arguments)
      throws SQLException {
    List<Stored> rows = new ArrayList<>();
    long since = Millis.minuteFloor(sinceMillis);
    long until = Millis.minuteCeiling(untilMillis);
    try (PreparedStatement select = prepared(connection, sql, span, since, until, arguments);
        ResultSet found = select.executeQuery()) {
      while (found.next()) {
        rows.add(new Stored(found.getLong(1), found.getLong(2), found.getString(3)));
      }
    }
    return rows;
  }

  private void addEvents(Stored stored, SeqSpan span, List<Row> rows) {
    RunText.read(
        stored.seq(),
        stored.atMillis(),
        stored.text(),
        (seq, atMillis, json) -> {
          if (span.contains(seq) && atMillis >= sinceMillis && atMillis < untilMillis) {
            rows.add(new Row(seq, json));
          }
        });
  }

  /** An argument that is an empty {@link Optional} stands for any value. */
  private PreparedStatement prepared(
      Connection connection, String sql, SeqSpan span, long since, long until, Object... arguments)
      throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    select.setLong(1, span.first());
    select.setLong(2, span.last());
    select.setLong(3, since);
    select.setLong(4, until);
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      select.setObject(5 + i, argument instanceof Optional<?> any ? any.orElse(null) : argument);
    }
    return select;
  }
}
