package com.keeptrusts.gateway.store.h2;

import com.keeptrusts.gateway.event.EventArchive.Usage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is summed up or kept beside the events. */
final class UsageSelect {
  private static final String USAGE =
      """
      select usage_day, consumer_group, model, requests, blocked, errors,
        prompt_tokens, completion_tokens, total_tokens
      from daily_usage
      where usage_day between ? and ? and (cast(? as varchar) is null or consumer_group = ?)
      order by usage_day, consumer_group, model
      """;
  private static final String OWNER =
      "select consumer_group from response_owners where response_id = ? and at_millis >= ?";

  private UsageSelect() {}

  /** The sums of days, both included, as in {@code 2026-04-23}. */
  static List<Usage> usage(
      Connection connection, String firstDay, String lastDay, Optional<String> group)
      throws SQLException {
    List<Usage> usages = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(USAGE)) {
      select.setString(1, firstDay);
      select.setString(2, lastDay);
      select.setString(3, group.orElse(null));
      select.setString(4, group.orElse(null));
      try (ResultSet sums = select.executeQuery()) {
        while (sums.next()) {
          usages.add(usage(sums));
        }
      }
    }
    return usages;
  }

  private static Usage usage(ResultSet sums) throws SQLException {
    return new Usage(
        sums.getString(1),
        sums.getString(2),
        sums.getString(3),
        sums.getLong(4),
        sums.getLong(5),
        sums.getLong(6),
        sums.getLong(7),
        sums.getLong(8),
        sums.getLong(9));
  }

  static Optional<String> owner(Connection connection, String responseId, Instant since)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OWNER)) {
      select.setString(1, responseId);
      select.setLong(2, since.toEpochMilli());
      try (ResultSet owner = select.executeQuery()) {
        return owner.next() ? Optional.of(owner.getString(1)) : Optional.empty();
      }
    }
  }
}
