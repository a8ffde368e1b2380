package com.keeptrusts.gateway.apischema;

import java.util.Arrays;
import java.util.Optional;

/**
 * The data of one server-sent event, in place: its JSON can be read and edited where it stands.
 *
 * @param bytes the event's bytes; a copy when the data is of several lines, with spaces in the
 *     place of what stands between them, so that offsets are still those of the event
 * @param start offset of the first byte of data
 * @param end offset after the last
 */
public record EventData(byte[] bytes, int start, int end) {
  private static final byte[] FIELD = {'d', 'a', 't', 'a', ':'};
  private static final byte[] DONE = {'[', 'D', 'O', 'N', 'E', ']'};
  private static final int BYTE_ORDER_MARK = 3;

  /** The data of an event; empty when it has none. */
  public static Optional<EventData> of(byte[] event, int offset, int length) {
    int limit = offset + length;
    int at = offset + (startsWithMark(event, offset, limit) ? BYTE_ORDER_MARK : 0);
    byte[] bytes = event;
    int first = -1;
    int last = -1;
    while (at < limit) {
      int lineEnd = lineEnd(event, at, limit);
      if (isData(event, at, lineEnd)) {
        int from = at + FIELD.length;
        from += from < lineEnd && event[from] == ' ' ? 1 : 0;
        if (first < 0) {
          first = from;
        } else {
          bytes = bytes == event ? event.clone() : bytes;
          Arrays.fill(bytes, last, from, (byte) ' ');
        }
        last = lineEnd;
      }
      at = lineEnd + 1;
    }
    return first < 0 ? Optional.empty() : Optional.of(new EventData(bytes, first, last));
  }

  /** Whether it is {@code [DONE]}, after which there are no more texts. */
  public boolean saysDone() {
    return Arrays.equals(bytes, start, end, DONE, 0, DONE.length);
  }

  /** The texts in it; empty when it is no JSON. */
  public Optional<AnswerTexts> texts() {
    return AnswerTextReader.event(bytes, start, end);
  }

  private static boolean startsWithMark(byte[] event, int offset, int limit) {
    return limit - offset >= BYTE_ORDER_MARK
        && event[offset] == (byte) 0xEF
        && event[offset + 1] == (byte) 0xBB
        && event[offset + 2] == (byte) 0xBF;
  }

  private static int lineEnd(byte[] event, int from, int limit) {
    int i = from;
    while (i < limit && event[i] != '\n' && event[i] != '\r') {
      i++;
    }
    return i;
  }

  private static boolean isData(byte[] event, int from, int end) {
    return end - from >= FIELD.length
        && Arrays.equals(event, from, from + FIELD.length, FIELD, 0, FIELD.length);
  }
}
