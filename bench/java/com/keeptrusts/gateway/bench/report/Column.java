package com.keeptrusts.gateway.bench.report;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/** A column of a table: a title and what stands below it for a subject. */
record Column(String title, BiFunction<Samples, String, String> cell) {
  private static final String NOTHING = "–";

  static Column median(String title, String figure) {
    return new Column(title, (samples, subject) -> number(samples.median(subject, figure)));
  }

  /** Microseconds, shown as milliseconds. */
  static Column millis(String title, String figure) {
    return new Column(
        title,
        (samples, subject) -> {
          OptionalDouble micros = samples.median(subject, figure);
          return micros.isEmpty()
              ? NOTHING
              : String.format(Locale.ROOT, "%.2f", micros.getAsDouble() / 1000);
        });
  }

  /** The median and, in brackets, between which values half of the rounds lie. */
  static Column millisWithSpread(String title, String figure) {
    return new Column(
        title,
        (samples, subject) -> {
          OptionalDouble micros = samples.median(subject, figure);
          return micros.isEmpty()
              ? NOTHING
              : String.format(
                  Locale.ROOT,
                  "%.2f [%.2f, %.2f]",
                  micros.getAsDouble() / 1000,
                  samples.quantile(subject, figure, 0.25).getAsDouble() / 1000,
                  samples.quantile(subject, figure, 0.75).getAsDouble() / 1000);
        });
  }

  static Column ratio(String base, String figure) {
    return new Column(
        "x " + base,
        (samples, subject) -> {
          OptionalDouble ratio = new Ratio(subject, base, figure).of(samples);
          return ratio.isEmpty() || subject.equals("direct")
              ? NOTHING
              : String.format(Locale.ROOT, "%.2f", ratio.getAsDouble());
        });
  }

  /** What each kilobyte of a large prompt costs beyond the small prompt's request. */
  static Column perKilobyte(String title, String figure, double kilobytes) {
    return new Column(
        title,
        (samples, subject) -> {
          OptionalDouble large = samples.median(subject, figure);
          OptionalDouble small = samples.median(subject, Figure.CPU_SATURATED);
          return large.isEmpty() || small.isEmpty()
              ? NOTHING
              : String.format(
                  Locale.ROOT, "%.2f", (large.getAsDouble() - small.getAsDouble()) / kilobytes);
        });
  }

  static Column sum(String title, String figure) {
    return new Column(
        title,
        (samples, subject) -> {
          OptionalDouble sum = samples.sum(subject, figure);
          return sum.isEmpty() ? NOTHING : String.format(Locale.ROOT, "%,.0f", sum.getAsDouble());
        });
  }

  private static String number(OptionalDouble value) {
    if (value.isEmpty()) {
      return NOTHING;
    }
    double number = value.getAsDouble();
    return String.format(Locale.ROOT, Math.abs(number) < 100 ? "%.1f" : "%,.0f", number);
  }
}
