package com.keeptrusts.gateway.cli;

import java.util.Locale;

/** One line for each event, and with the trace one more for each policy. */
final class TextPrinter implements EventPrinter {
  private final boolean trace;

  /**
   * A printer.
   *
   * @param trace whether to say what each policy did
   */
  TextPrinter(boolean trace) {
    this.trace = trace;
  }

  @Override
  public String print(String line) {
    EventView event = EventView.parse(line);
    StringBuilder text = new StringBuilder(160);
    text.append('[').append(seconds(event.text("timestamp").orElse("-"))).append("] ");
    text.append(PlainText.of(event.text("result").orElse("-")).toUpperCase(Locale.ROOT));
    word(text, "id", event.text("id").orElse("-"));
    word(text, "group", event.text("consumer_group").orElse("-"));
    word(text, "model", event.text("model").orElse("-"));
    word(text, "tokens", event.within("usage").text("total_tokens").orElse("0"));
    word(text, "latency", Math.round(event.number("latency_ms")) + "ms");
    event.text("reason").ifPresent(reason -> word(text, "reason", reason));
    text.append('\n');
    if (trace) {
      text.append(PolicyTrace.lines(event));
    }
    return text.toString();
  }

  private static void word(StringBuilder text, String name, String value) {
    text.append(' ').append(name).append('=').append(PlainText.word(value));
  }

  /** {@code 2026-04-23T10:30:01.482Z} without the fraction. */
  private static String seconds(String timestamp) {
    int dot = timestamp.indexOf('.');
    return PlainText.of(
        dot > 0 && timestamp.endsWith("Z") ? timestamp.substring(0, dot) + "Z" : timestamp);
  }
}
