package com.keeptrusts.gateway.store.h2;

/**
 * The text of a row: the JSON of its event, or a line for each with number, time and JSON. JSON of
 * an event has no line breaks.
 */
final class RunText {
  /** Takes the events of a row, one after the other. */
  interface Reader {
    void event(long seq, long atMillis, String json);
  }

  private RunText() {}

  static void append(StringBuilder lines, long seq, long atMillis, String json) {
    lines.append(seq).append(' ').append(atMillis).append(' ').append(json).append('\n');
  }

  /** Reads a row that has a number and a time of its own. */
  static void read(long seq, long atMillis, String text, Reader reader) {
    if (text.startsWith("{")) {
      reader.event(seq, atMillis, text);
      return;
    }
    for (int line = 0; line < text.length(); line = text.indexOf('\n', line) + 1) {
      int time = text.indexOf(' ', line) + 1;
      int json = text.indexOf(' ', time) + 1;
      reader.event(
          Long.parseLong(text, line, time - 1, 10),
          Long.parseLong(text, time, json - 1, 10),
          text.substring(json, text.indexOf('\n', json)));
    }
  }
}
