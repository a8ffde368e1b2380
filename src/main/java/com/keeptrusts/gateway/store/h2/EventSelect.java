package com.keeptrusts.gateway.store.h2;

import com.keeptrusts.gateway.event.EventFilter;
import com.keeptrusts.gateway.exchange.Result;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the events that match one filter. Which index is used is not left to H2. */
final class EventSelect {
  /** An event and its number. */
  record Row(long seq, String json) {}

  private static final String SPAN_AND_TIME =
      " e.seq between ? and ? and e.at_millis >= ? and e.at_millis < ?";
  private static final String BY_SEQ = " from events e where";
  private static final String LATEST_OF_GROUP =
      "select e.seq, e.json from events e use index (events_by_group) where"
          + SPAN_AND_TIME
          + " and e.consumer_group = ? and e.result = ?"
          + " order by e.consumer_group desc, e.result desc, e.seq desc limit ?";
  private static final String LATEST_OF_RESULT =
      "select e.seq, e.json from events e use index (events_by_result) where"
          + SPAN_AND_TIME
          + " and e.result = ? order by e.result desc, e.seq desc limit ?";

  private final EventFilter filter;

  EventSelect(EventFilter filter) {
    this.filter = filter;
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
      select.setLong(1, Math.floorDiv(sinceMillis(), Rollups.MINUTE_MILLIS));
      select.setLong(2, Math.floorDiv(untilMillis() - 1, Rollups.MINUTE_MILLIS));
      try (ResultSet span = select.executeQuery()) {
        span.next();
        return new SeqSpan(span.getLong(1), span.getLong(2));
      }
    }
  }

  /** Whether {@link #latest} need not read what does not match. */
  boolean isIndexed() {
    return filter.policy().isPresent()
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
    if (filter.policy().isPresent()) {
      return latestOfPolicy(connection, span, count);
    }
    if (filter.consumerGroup().isEmpty()) {
      return rows(
          connection, LATEST_OF_RESULT, List.of(filter.result().orElseThrow(), count), span);
    }
    // The index of groups goes by result before it goes by number: one walk for each result.
    List<Row> rows = new ArrayList<>();
    for (String result : results()) {
      List<Object> arguments = List.of(filter.consumerGroup().get(), result, count);
      rows.addAll(rows(connection, LATEST_OF_GROUP, arguments, span));
    }
    return rows;
  }

  private List<String> results() {
    return filter
        .result()
        .map(List::of)
        .orElseGet(
            () ->
                List.of(Result.values()).stream()
                    .map(result -> result.name().toLowerCase(Locale.ROOT))
                    .toList());
  }

  private List<Row> latestOfPolicy(Connection connection, SeqSpan span, int count)
      throws SQLException {
    List<Object> arguments = new ArrayList<>();
    String sql =
        "select e.seq, e.json from fired_policies f use index (fired_policies_by_policy)"
            + " join events e on e.seq = f.seq where"
            + SPAN_AND_TIME
            + groupAndResult(arguments)
            + " and f.policy = ? and f.seq between ? and ?"
            + " order by f.policy desc, f.seq desc limit ?";
    Collections.addAll(arguments, filter.policy().orElseThrow(), span.first(), span.last(), count);
    return rows(connection, sql, arguments, span);
  }

  /** Those of a span that match, oldest first. */
  List<Row> within(Connection connection, SeqSpan span) throws SQLException {
    List<Object> arguments = new ArrayList<>();
    String sql =
        "select e.seq, e.json" + BY_SEQ + SPAN_AND_TIME + conditions(arguments) + " order by e.seq";
    return rows(connection, sql, arguments, span);
  }

  long count(Connection connection, SeqSpan span) throws SQLException {
    List<Object> arguments = new ArrayList<>();
    String sql = "select count(*)" + BY_SEQ + SPAN_AND_TIME + conditions(arguments);
    try (PreparedStatement select = prepared(connection, sql, arguments, span);
        ResultSet count = select.executeQuery()) {
      count.next();
      return count.getLong(1);
    }
  }

  private String conditions(List<Object> arguments) {
    String conditions = groupAndResult(arguments);
    if (filter.policy().isEmpty()) {
      return conditions;
    }
    arguments.add(filter.policy().get());
    return conditions
        + " and exists (select 1 from fired_policies f use index (fired_policies_by_seq)"
        + " where f.seq = e.seq and f.policy = ?)";
  }

  /** Written so that no index fits: in a span of numbers, H2 must go by number. */
  private String groupAndResult(List<Object> arguments) {
    StringBuilder conditions = new StringBuilder();
    filter
        .consumerGroup()
        .ifPresent(
            group -> {
              conditions.append(" and e.consumer_group || '' = ?");
              arguments.add(group);
            });
    filter
        .result()
        .ifPresent(
            result -> {
              conditions.append(" and e.result || '' = ?");
              arguments.add(result);
            });
    return conditions.toString();
  }

  private List<Row> rows(
      Connection connection, String sql, List<? extends Object> arguments, SeqSpan span)
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement select = prepared(connection, sql, arguments, span);
        ResultSet found = select.executeQuery()) {
      while (found.next()) {
        rows.add(new Row(found.getLong(1), found.getString(2)));
      }
    }
    return rows;
  }

  private PreparedStatement prepared(
      Connection connection, String sql, List<? extends Object> arguments, SeqSpan span)
      throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    select.setLong(1, span.first());
    select.setLong(2, span.last());
    select.setLong(3, sinceMillis());
    select.setLong(4, untilMillis());
    for (int i = 0; i < arguments.size(); i++) {
      select.setObject(5 + i, arguments.get(i));
    }
    return select;
  }

  private long sinceMillis() {
    return filter.since().map(Millis::ceiling).orElse(Long.MIN_VALUE);
  }

  private long untilMillis() {
    return filter.until().map(Millis::ceiling).orElse(Long.MAX_VALUE);
  }
}
