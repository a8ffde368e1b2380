package com.keeptrusts.gateway.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as operators write them: {@code 5m} ago, a day, or an ISO time. */
final class Moments {
  private final InstantSource clock;

  Moments(InstantSource clock) {
    this.clock = clock;
  }

  /** Reads an option's value. */
  Instant parse(String option, String text) {
    try {
      if (text.indexOf('T') >= 0) {
        return OffsetDateTime.parse(text).toInstant();
      }
      if (text.indexOf('-') > 0) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      return clock.instant().minus(duration(text));
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw KtException.usage(
          option
              + " is '"
              + text
              + "'; it is a span as in 30s, 5m, 2h or 1d, a day, or a time as in"
              + " 2026-04-23T10:30:01Z");
    }
  }

  private static Duration duration(String text) {
    if (text.length() < 2 || !Character.isDigit(text.charAt(0))) {
      throw new NumberFormatException("no number");
    }
    long amount = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(amount);
      case 'm' -> Duration.ofMinutes(amount);
      case 'h' -> Duration.ofHours(amount);
      case 'd' -> Duration.ofDays(amount);
      default -> throw new NumberFormatException("no unit");
    };
  }
}
