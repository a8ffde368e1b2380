package com.keeptrusts.gateway.quickstart;

import java.util.Optional;

/** An event of a stream, before its lines are written. */
record ServerSentEvent(Optional<String> name, String data) {
  /** What chat and completions streams end with. */
  static final ServerSentEvent DONE = new ServerSentEvent(Optional.empty(), "[DONE]");

  String lines(MockBehaviour behaviour) {
    String end = behaviour.has(Quirk.CRLF) ? "\r\n" : "\n";
    StringBuilder lines = new StringBuilder(data.length() + 64);
    if (behaviour.has(Quirk.COMMENTS)) {
      lines.append(": keep-alive").append(end);
    }
    name.ifPresent(text -> lines.append("event: ").append(text).append(end));
    return lines.append("data: ").append(data).append(end).append(end).toString();
  }
}
