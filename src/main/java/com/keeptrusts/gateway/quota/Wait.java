package com.keeptrusts.gateway.quota;

/** Waits, rounded up: who waits that long finds the place free. */
final class Wait {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long MILLIS_PER_SECOND = 1_000;
  private static final long SECONDS_PER_MINUTE = 60;
  private static final long SECONDS_PER_HOUR = 3_600;

  private Wait() {}

  static long millis(long nanos) {
    return (nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
  }

  static long seconds(long millis) {
    return (millis + MILLIS_PER_SECOND - 1) / MILLIS_PER_SECOND;
  }

  /**
   * As OpenAI writes durations: {@code 0s}, {@code 120ms}, {@code 1.2s}, {@code 6m0s}, {@code
   * 17h3m2s}; whole seconds from a minute on.
   */
  static String words(long millis) {
    if (millis > 0 && millis < MILLIS_PER_SECOND) {
      return millis + "ms";
    }
    if (millis < SECONDS_PER_MINUTE * MILLIS_PER_SECOND) {
      return millis / MILLIS_PER_SECOND + fraction(millis % MILLIS_PER_SECOND) + "s";
    }
    long seconds = seconds(millis);
    long hours = seconds / SECONDS_PER_HOUR;
    long minutes = seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE;
    return (hours > 0 ? hours + "h" : "") + minutes + "m" + seconds % SECONDS_PER_MINUTE + "s";
  }

  /** Thousandths without the zeros at the end. */
  private static String fraction(long thousandths) {
    if (thousandths == 0) {
      return "";
    }
    String digits = Long.toString(MILLIS_PER_SECOND + thousandths).substring(1);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return "." + digits.substring(0, end);
  }
}
