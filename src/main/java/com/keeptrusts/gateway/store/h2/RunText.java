package com.keeptrusts.gateway.store.h2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The text of a row: the JSON of its event, or a line for each with number, time and JSON. JSON of
 * an event has no line breaks.
 */
final class RunText {
  /** An event's number, its time in milliseconds and its JSON. */
  record Line(long seq, long atMillis, ByteBuffer json) {
    private byte[] head() {
      return (seq + " " + atMillis + " ").getBytes(ISO_8859_1);
    }
  }

  /** Takes the events of a row, one after the other. */
  interface Reader {
    void event(long seq, long atMillis, String json);
  }

  private RunText() {}

  static byte[] write(List<Line> lines) {
    if (lines.size() == 1) {
      ByteBuffer json = lines.get(0).json().duplicate();
      byte[] text = new byte[json.remaining()];
      json.get(text);
      return text;
    }
    List<byte[]> heads = lines.stream().map(Line::head).toList();
    int size = lines.size();
    for (int i = 0; i < lines.size(); i++) {
      size += heads.get(i).length + lines.get(i).json().remaining();
    }
    ByteBuffer text = ByteBuffer.allocate(size);
    for (int i = 0; i < lines.size(); i++) {
      text.put(heads.get(i)).put(lines.get(i).json().duplicate()).put((byte) '\n');
    }
    return text.array();
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
