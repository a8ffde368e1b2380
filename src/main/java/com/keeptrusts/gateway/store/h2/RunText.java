package com.keeptrusts.gateway.store.h2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * The text of a row: the JSON of its event, or a line for each with number, time and JSON. JSON of
 * an event has no line breaks.
 */
final class RunText {
  private static final int MARGIN = 48;

  /** An event's number, its time in milliseconds and its JSON. */
  record Line(long seq, long atMillis, byte[] json) {}

  /** Takes the events of a row, one after the other. */
  interface Reader {
    void event(long seq, long atMillis, String json);
  }

  private RunText() {}

  static byte[] write(List<Line> lines) {
    if (lines.size() == 1) {
      return lines.get(0).json();
    }
    int size = lines.stream().mapToInt(line -> line.json().length + MARGIN).sum();
    ByteArrayOutputStream text = new ByteArrayOutputStream(size);
    for (Line line : lines) {
      text.writeBytes((line.seq() + " " + line.atMillis() + " ").getBytes(ISO_8859_1));
      text.writeBytes(line.json());
      text.write('\n');
    }
    return text.toByteArray();
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
