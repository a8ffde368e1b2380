package com.keeptrusts.gateway.config;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** When a key ends: a moment, or a date, which is the last day (UTC) on which it works. */
final class ExpiryText {
  private ExpiryText() {}

  static Optional<Instant> read(Section section, String key, InstantSource clock) {
    Optional<Field> field = section.find(key);
    Optional<String> text = field.isEmpty() ? Optional.empty() : field.get().text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> end = parse(text.get());
    if (end.isEmpty()) {
      field
          .get()
          .error(
              field.get().read()
                  + ", expected a date (2026-12-31, its last day in UTC) or a moment"
                  + " (2026-12-31T12:00:00Z)");
    } else if (!clock.instant().isBefore(end.get())) {
      field.get().warn("the key has expired: remove it");
    }
    return end;
  }

  static Optional<Instant> parse(String text) {
    try {
      if (text.length() == "2026-12-31".length()) {
        LocalDate last = LocalDate.parse(text);
        return Optional.of(last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }
}
