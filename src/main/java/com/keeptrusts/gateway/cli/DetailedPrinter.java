package com.keeptrusts.gateway.cli;

import java.util.Locale;
import java.util.Optional;

/** Several lines for each event. */
final class DetailedPrinter implements EventPrinter {
  private static final int NAME_WIDTH = 12;

  @Override
  public String print(String line) {
    EventView event = EventView.parse(line);
    StringBuilder text = new StringBuilder(512);
    text.append(PlainText.of(event.text("id").orElse("-"))).append('\n');
    field(text, "time", event.text("timestamp"));
    field(text, "result", result(event));
    field(text, "group", joined(event, "consumer_group", "key", "key_id"));
    field(text, "principal", event.text("principal"));
    field(text, "model", joined(event, "model", "answered by", "response_model"));
    field(text, "endpoint", event.text("endpoint"));
    field(text, "provider", joined(event, "provider", "target", "target"));
    field(text, "tokens", tokens(event.within("usage")));
    field(text, "latency", latency(event));
    field(text, "ended by", event.text("ended_by"));
    field(text, "request", event.text("request_id"));
    field(text, "response", event.text("response_id"));
    field(text, "config", event.text("config_version"));
    return text.append(PolicyTrace.lines(event)).append('\n').toString();
  }

  private static void field(StringBuilder text, String name, Optional<String> value) {
    if (value.isPresent()) {
      text.append("  ").append(name).append(" ".repeat(NAME_WIDTH - name.length()));
      text.append(PlainText.of(value.get())).append('\n');
    }
  }

  private static Optional<String> result(EventView event) {
    String status = "HTTP " + event.text("http_status").orElse("-");
    String inBrackets = event.text("reason").map(reason -> reason + ", " + status).orElse(status);
    return event
        .text("result")
        .map(result -> result.toUpperCase(Locale.ROOT) + " (" + inBrackets + ")");
  }

  private static Optional<String> joined(EventView event, String name, String label, String other) {
    return event
        .text(name)
        .map(value -> value + event.text(other).map(o -> " (" + label + " " + o + ")").orElse(""));
  }

  private static Optional<String> tokens(EventView usage) {
    return usage
        .text("total_tokens")
        .map(
            total ->
                total
                    + (" (prompt " + usage.text("prompt_tokens").orElse("0"))
                    + (", cached " + usage.text("cached_tokens").orElse("0"))
                    + (", completion " + usage.text("completion_tokens").orElse("0"))
                    + (", reasoning " + usage.text("reasoning_tokens").orElse("0"))
                    + ("; counted by " + usage.text("source").orElse("-") + ")"));
  }

  private static Optional<String> latency(EventView event) {
    return event
        .text("latency_ms")
        .map(
            total ->
                total
                    + "ms"
                    + event
                        .text("time_to_first_byte_ms")
                        .map(first -> ", first byte after " + first + "ms")
                        .orElse("")
                    + event.text("gateway_ms").map(own -> ", gateway " + own + "ms").orElse(""));
  }
}
