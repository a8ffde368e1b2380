package com.keeptrusts.gateway.cli;

import java.util.List;

/** Events as CSV (RFC 4180), for spreadsheets. */
final class CsvPrinter implements EventPrinter {
  private static final String BEGINS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
  private static final List<String> BEFORE_USAGE =
      List.of(
          "id",
          "timestamp",
          "request_id",
          "consumer_group",
          "key_id",
          "principal",
          "endpoint",
          "model",
          "response_model",
          "provider",
          "target",
          "result",
          "reason",
          "http_status",
          "stream");
  private static final List<String> USAGE =
      List.of(
          "prompt_tokens",
          "completion_tokens",
          "total_tokens",
          "cached_tokens",
          "reasoning_tokens",
          "source");
  private static final List<String> AFTER_USAGE =
      List.of("latency_ms", "time_to_first_byte_ms", "gateway_ms", "ended_by", "config_version");

  @Override
  public String begin() {
    return String.join(",", BEFORE_USAGE)
        + ","
        + String.join(",", USAGE).replace("source", "usage_source")
        + ","
        + String.join(",", AFTER_USAGE)
        + "\r\n";
  }

  @Override
  public String print(String line) {
    EventView event = EventView.parse(line);
    StringBuilder row = new StringBuilder(256);
    append(row, event, BEFORE_USAGE);
    append(row, event.within("usage"), USAGE);
    append(row, event, AFTER_USAGE);
    row.setLength(row.length() - 1);
    return row.append("\r\n").toString();
  }

  private static void append(StringBuilder row, EventView event, List<String> columns) {
    for (String column : columns) {
      row.append(field(event.text(column).orElse(""))).append(',');
    }
  }

  /**
   * A spreadsheet would run a text that begins like a formula, and clients choose model names and
   * people their own; some take the signs' full-width forms too.
   */
  static String field(String value) {
    String text = !value.isEmpty() && BEGINS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    boolean plain = true;
    for (int i = 0; i < text.length(); i++) {
      plain &= "\",\r\n".indexOf(text.charAt(i)) < 0;
    }
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
