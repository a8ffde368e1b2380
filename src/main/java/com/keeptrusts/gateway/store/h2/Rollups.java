package com.keeptrusts.gateway.store.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a batch of events adds to the sums per day, group and model, and to the index of minutes.
 */
final class Rollups {
  static final long MINUTE_MILLIS = 60_000;

  private static final String ADD_USAGE =
      """
      merge into daily_usage u
      using (values (cast(? as varchar(10)), cast(? as varchar(512)), cast(? as varchar(512)),
          cast(? as bigint), cast(? as bigint), cast(? as bigint),
          cast(? as bigint), cast(? as bigint), cast(? as bigint)))
        as n (d, g, m, requests, blocked, errors, prompt, completion, total)
      on u.usage_day = n.d and u.consumer_group = n.g and u.model = n.m
      when matched then update set requests = u.requests + n.requests,
        blocked = u.blocked + n.blocked, errors = u.errors + n.errors,
        prompt_tokens = u.prompt_tokens + n.prompt,
        completion_tokens = u.completion_tokens + n.completion,
        total_tokens = u.total_tokens + n.total
      when not matched then insert values
        (n.d, n.g, n.m, n.requests, n.blocked, n.errors, n.prompt, n.completion, n.total)
      """;

  private static final String WIDEN_MINUTE =
      """
      merge into event_minutes m
      using (values (cast(? as bigint), cast(? as bigint), cast(? as bigint))) as n (e, f, l)
      on m.epoch_minute = n.e
      when matched then update set last_seq = n.l
      when not matched then insert values (n.e, n.f, n.l)
      """;

  private record Key(String day, String group, String model) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int days = day.compareTo(other.day);
      int groups = days == 0 ? group.compareTo(other.group) : days;
      return groups == 0 ? model.compareTo(other.model) : groups;
    }
  }

  /** Requests, blocked, errors, prompt tokens, completion tokens, total tokens. */
  private final Map<Key, long[]> usage = new TreeMap<>();

  private final Map<Long, long[]> minutes = new TreeMap<>();

  /** Adds an event, summed up under a model. */
  void add(EventRow row, String model, long seq) {
    long[] sums =
        usage.computeIfAbsent(new Key(row.day(), row.group(), model), unseen -> new long[6]);
    sums[0]++;
    sums[1] += row.result().equals("blocked") ? 1 : 0;
    sums[2] += row.result().equals("error") ? 1 : 0;
    sums[3] += row.promptTokens();
    sums[4] += row.completionTokens();
    sums[5] += row.totalTokens();
    long minute = Math.floorDiv(row.atMillis(), MINUTE_MILLIS);
    minutes.computeIfAbsent(minute, unseen -> new long[] {seq, seq})[1] = seq;
  }

  void write(Connection connection) throws SQLException {
    try (PreparedStatement add = connection.prepareStatement(ADD_USAGE)) {
      for (Map.Entry<Key, long[]> entry : usage.entrySet()) {
        add.setString(1, entry.getKey().day());
        add.setString(2, entry.getKey().group());
        add.setString(3, entry.getKey().model());
        for (int i = 0; i < entry.getValue().length; i++) {
          add.setLong(4 + i, entry.getValue()[i]);
        }
        add.addBatch();
      }
      add.executeBatch();
    }
    try (PreparedStatement widen = connection.prepareStatement(WIDEN_MINUTE)) {
      for (Map.Entry<Long, long[]> minute : minutes.entrySet()) {
        widen.setLong(1, minute.getKey());
        widen.setLong(2, minute.getValue()[0]);
        widen.setLong(3, minute.getValue()[1]);
        widen.addBatch();
      }
      widen.executeBatch();
    }
  }
}
