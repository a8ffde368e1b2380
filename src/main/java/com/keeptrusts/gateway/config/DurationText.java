package com.keeptrusts.gateway.config;

import java.time.Duration;
import java.util.Optional;

/** Durations as the file writes them: {@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h}. */
public final class DurationText {
  private static final Duration LONGEST = Duration.ofHours(24);

  private DurationText() {}

  static Duration read(Section section, String key, Duration unset) {
    Optional<Field> field = section.find(key);
    return field.isEmpty() ? unset : read(field.get()).orElse(unset);
  }

  private static Optional<Duration> read(Field field) {
    Optional<Duration> duration =
        field.value() instanceof YamlValue.Scalar scalar ? parse(scalar.text()) : Optional.empty();
    if (duration.isEmpty()) {
      field.error(field.read() + ", expected a duration as in 500ms, 5s or 2m");
    } else if (duration.get().isZero() || duration.get().compareTo(LONGEST) > 0) {
      field.error(field.read() + ", expected more than 0 and at most 24h");
    }
    return duration;
  }

  /** The duration; empty when it is not written as one. */
  public static Optional<Duration> parse(String text) {
    int digits = Ascii.endOfDigits(text, 0);
    if (digits == 0 || digits > 9) {
      return Optional.empty();
    }
    long number = Long.parseLong(text.substring(0, digits));
    return switch (text.substring(digits)) {
      case "ms" -> Optional.of(Duration.ofMillis(number));
      case "s" -> Optional.of(Duration.ofSeconds(number));
      case "m" -> Optional.of(Duration.ofMinutes(number));
      case "h" -> Optional.of(Duration.ofHours(number));
      default -> Optional.empty();
    };
  }

  /** As short as it can be said. */
  public static String of(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 1_000 != 0) {
      return millis + "ms";
    }
    return duration.toSeconds() + "s";
  }
}
