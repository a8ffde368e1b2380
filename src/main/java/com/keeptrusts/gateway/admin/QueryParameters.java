package com.keeptrusts.gateway.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A query string, of which every parameter is known and there at most once. */
final class QueryParameters {
  private final Map<String, String> values;

  private QueryParameters(Map<String, String> values) {
    this.values = values;
  }

  /** Reads the query. */
  static QueryParameters of(HttpServletRequest clientRequest, List<String> known)
      throws BadParameterException {
    Map<String, String> values = new HashMap<>();
    for (Map.Entry<String, String[]> entry : clientRequest.getParameterMap().entrySet()) {
      String name = entry.getKey();
      if (!known.contains(name)) {
        throw new BadParameterException(
            name, "unknown parameter '" + name + "'; known are " + String.join(", ", known));
      }
      if (entry.getValue().length != 1 || entry.getValue()[0].isEmpty()) {
        throw new BadParameterException(name, "'" + name + "' needs exactly one value");
      }
      values.put(name, entry.getValue()[0]);
    }
    return new QueryParameters(values);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  boolean flag(String name) throws BadParameterException {
    String value = values.getOrDefault(name, "false");
    if (!value.equals("true") && !value.equals("false")) {
      throw new BadParameterException(
          name, "'" + name + "' is '" + value + "'; it is true or false");
    }
    return value.equals("true");
  }

  OptionalLong number(String name, long smallest, long largest) throws BadParameterException {
    String value = values.get(name);
    if (value == null) {
      return OptionalLong.empty();
    }
    try {
      long number = Long.parseLong(value);
      if (number >= smallest && number <= largest) {
        return OptionalLong.of(number);
      }
    } catch (NumberFormatException e) {
      // Said below, with the range.
    }
    throw new BadParameterException(
        name,
        "'" + name + "' is '" + value + "'; it is a number from " + smallest + " to " + largest);
  }

  Optional<Instant> instant(String name) throws BadParameterException {
    String value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          value.indexOf('T') < 0
              ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeException e) {
      throw new BadParameterException(
          name,
          "'" + name + "' is '" + value + "'; it is a time as in 2026-04-23T10:30:01Z or a day");
    }
  }
}
