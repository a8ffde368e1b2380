package com.keeptrusts.gateway.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Timestamps as events and logs show them: ISO 8601 in UTC, always with milliseconds. */
public final class EventTime {
  private static final byte[] FORM = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.US_ASCII);
  private static final int LAST_YEAR_OF_FOUR_DIGITS = 9999;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private static final DateTimeFormatter ANY_YEAR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

  private EventTime() {}

  /** Digit by digit: every request writes two, and a formatter would take 1 KB for each. */
  public static String format(Instant instant) {
    LocalDateTime at =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    if (at.getYear() < 0 || at.getYear() > LAST_YEAR_OF_FOUR_DIGITS) {
      return ANY_YEAR.format(at);
    }
    byte[] text = FORM.clone();
    number(at.getYear(), text, 3);
    number(at.getMonthValue(), text, 6);
    number(at.getDayOfMonth(), text, 9);
    number(at.getHour(), text, 12);
    number(at.getMinute(), text, 15);
    number(at.getSecond(), text, 18);
    number(at.getNano() / NANOS_PER_MILLI, text, 22);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** Writes a number over the form's zeros, from its last digit on. */
  private static void number(int number, byte[] text, int last) {
    int rest = number;
    for (int i = last; rest > 0; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
