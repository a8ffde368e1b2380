package com.keeptrusts.gateway.store.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Under which model an event is summed up. A client may ask for any name, and be refused; without a
 * bound, a client that invents names would grow the sums for ever.
 */
final class SummedModels {
  /** Where refused requests for further names are summed up. */
  static final String OTHER = "(other)";

  private static final int MAX_REFUSED = 100;
  private static final int MAX_REMEMBERED = 1000;
  private static final String KNOWN =
      "select model from daily_usage where usage_day = ? and consumer_group = ?";

  private record Key(String day, String group) {}

  private final Connection connection;
  private final Map<Key, Set<String>> known = new LinkedHashMap<>();

  SummedModels(Connection connection) {
    this.connection = connection;
  }

  /** The model's own name where it answered, or while its group's day has few names. */
  String of(EventRow row) throws SQLException {
    Key key = new Key(row.day(), row.group());
    if (row.isAnswered()) {
      known.computeIfPresent(key, (unused, models) -> with(models, row.model()));
      return row.model();
    }
    Set<String> models = models(key);
    if (models.size() < MAX_REFUSED) {
      models.add(row.model());
    }
    return models.contains(row.model()) ? row.model() : OTHER;
  }

  private static Set<String> with(Set<String> models, String model) {
    models.add(model);
    return models;
  }

  private Set<String> models(Key key) throws SQLException {
    Set<String> models = known.get(key);
    if (models == null) {
      models = summed(key);
      if (known.size() == MAX_REMEMBERED) {
        known.clear();
      }
      known.put(key, models);
    }
    return models;
  }

  private Set<String> summed(Key key) throws SQLException {
    Set<String> models = new HashSet<>();
    try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
      select.setString(1, key.day());
      select.setString(2, key.group());
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          models.add(found.getString(1));
        }
      }
    }
    return models;
  }
}
