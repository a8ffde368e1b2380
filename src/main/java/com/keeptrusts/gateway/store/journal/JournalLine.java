package com.keeptrusts.gateway.store.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.event.EventJson;
import com.keeptrusts.gateway.event.Intent;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * One line of the journal as it lies in a buffer: {@code {"crc":"1a2b3c4d","intent":{…}}}, {@code
 * …"checkpoint":{…}} or {@code …"tokens":142,"event":{…}}}. The sum tells whole lines from torn
 * ones. What a start needs is found without parsing JSON, since the first request waits for it.
 */
public final class JournalLine {
  private static final byte[] CRC = "{\"crc\":\"".getBytes(ISO_8859_1);
  private static final byte[] INTENT = "\"intent\":".getBytes(ISO_8859_1);
  private static final byte[] CHECKPOINT = "\"checkpoint\":".getBytes(ISO_8859_1);
  private static final byte[] TOKENS = "\"tokens\":".getBytes(ISO_8859_1);
  private static final byte[] EVENT = ",\"event\":".getBytes(ISO_8859_1);
  private static final byte[] END = "}\n".getBytes(ISO_8859_1);
  private static final int SUMMED_FROM = CRC.length + 10;

  /** What a line holds. */
  public enum Kind {
    INTENT,
    EVENT,
    CHECKPOINT,
    /** Not a whole line of this journal. */
    TORN
  }

  private final byte[] buffer;
  private final int jsonStart;
  private final int jsonEnd;
  private final Kind kind;
  private final long tokens;

  private JournalLine(byte[] buffer, Kind kind, int jsonStart, int jsonEnd, long tokens) {
    this.buffer = buffer;
    this.kind = kind;
    this.jsonStart = jsonStart;
    this.jsonEnd = jsonEnd;
    this.tokens = tokens;
  }

  static byte[] intent(Intent intent) {
    return whole(INTENT, EventJson.bytes(intent, SUMMED_FROM + INTENT.length, END.length));
  }

  static byte[] checkpoint(byte[] json) {
    int start = SUMMED_FROM + CHECKPOINT.length;
    byte[] line = new byte[start + json.length + END.length];
    System.arraycopy(json, 0, line, start, json.length);
    return whole(CHECKPOINT, line);
  }

  /**
   * A line with an event.
   *
   * @param tokens what the exchange counts for on its day
   */
  static JournalLine event(Event event, long tokens) {
    byte[] count = Long.toString(tokens).getBytes(ISO_8859_1);
    byte[] label = Arrays.copyOf(TOKENS, TOKENS.length + count.length + EVENT.length);
    System.arraycopy(count, 0, label, TOKENS.length, count.length);
    System.arraycopy(EVENT, 0, label, TOKENS.length + count.length, EVENT.length);
    int start = SUMMED_FROM + label.length;
    byte[] line = whole(label, EventJson.bytes(event, start, END.length));
    return new JournalLine(line, Kind.EVENT, start, line.length - END.length, tokens);
  }

  /** Writes what stands round the JSON of a line. */
  private static byte[] whole(byte[] label, byte[] line) {
    System.arraycopy(label, 0, line, SUMMED_FROM, label.length);
    System.arraycopy(END, 0, line, line.length - END.length, END.length);
    head(line, 0, line.length - 1, line);
    return line;
  }

  /** Writes the head that belongs to a line. */
  private static void head(byte[] line, int start, int end, byte[] into) {
    CRC32C sum = new CRC32C();
    sum.update(line, start + SUMMED_FROM, end - start - SUMMED_FROM);
    String digits = HexFormat.of().toHexDigits((int) sum.getValue());
    System.arraycopy(CRC, 0, into, 0, CRC.length);
    for (int i = 0; i < digits.length(); i++) {
      into[CRC.length + i] = (byte) digits.charAt(i);
    }
    into[SUMMED_FROM - 2] = '"';
    into[SUMMED_FROM - 1] = ',';
  }

  /**
   * The line in a buffer.
   *
   * @param end where its line break is
   */
  static JournalLine at(byte[] buffer, int start, int end) {
    if (!isWhole(buffer, start, end)) {
      return new JournalLine(buffer, Kind.TORN, start, end, 0);
    }
    int at = start + SUMMED_FROM;
    if (has(buffer, at, INTENT)) {
      return new JournalLine(buffer, Kind.INTENT, at + INTENT.length, end - 1, 0);
    }
    if (has(buffer, at, CHECKPOINT)) {
      return new JournalLine(buffer, Kind.CHECKPOINT, at + CHECKPOINT.length, end - 1, 0);
    }
    return event(buffer, at + TOKENS.length, end - 1);
  }

  private static JournalLine event(byte[] buffer, int from, int end) {
    long tokens = 0;
    int at = from;
    while (buffer[at] >= '0' && buffer[at] <= '9') {
      tokens = tokens * 10 + (buffer[at++] - '0');
    }
    return new JournalLine(buffer, Kind.EVENT, at + EVENT.length, end, tokens);
  }

  private static boolean isWhole(byte[] buffer, int start, int end) {
    if (end - start < SUMMED_FROM + TOKENS.length || !has(buffer, start, CRC)) {
      return false;
    }
    byte[] head = new byte[SUMMED_FROM];
    head(buffer, start, end, head);
    return Arrays.equals(head, 0, SUMMED_FROM, buffer, start, start + SUMMED_FROM);
  }

  private static boolean has(byte[] buffer, int at, byte[] text) {
    return Arrays.equals(text, 0, text.length, buffer, at, at + text.length);
  }

  public Kind kind() {
    return kind;
  }

  /** What an event counts for on its day. */
  long tokens() {
    return tokens;
  }

  /** What it lies in; as made here, nothing else does. */
  byte[] buffer() {
    return buffer;
  }

  /** The JSON of the intent, event or checkpoint, as it was written. */
  byte[] json() {
    return Arrays.copyOfRange(buffer, jsonStart, jsonEnd);
  }

  /** The same, without a copy: it stays as long as the buffer is left alone. */
  ByteBuffer jsonView() {
    return ByteBuffer.wrap(buffer, jsonStart, jsonEnd - jsonStart);
  }

  String id() {
    return JsonText.member(buffer, jsonStart, jsonEnd, JsonText.ID);
  }

  String group() {
    return JsonText.member(buffer, jsonStart, jsonEnd, JsonText.GROUP);
  }

  /** The UTC day of the timestamp, as in {@code 2026-11-23}. */
  String day() {
    return JsonText.day(buffer, jsonStart, jsonEnd);
  }

  @Override
  public String toString() {
    return new String(buffer, jsonStart, jsonEnd - jsonStart, UTF_8);
  }
}
