package com.keeptrusts.gateway.apischema;

import com.keeptrusts.gateway.exchange.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Reads the events of a stream as they pass, each once. It keeps nothing but what it looks for and
 * never throws. One per exchange; not safe for several threads.
 */
public final class StreamReader {
  private static final byte[] DATA = {'d', 'a', 't', 'a'};
  private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LINE_END = {'\n'};
  private static final Set<String> LAST_TYPES =
      Set.of(
          "error",
          "image_edit.completed",
          "image_generation.completed",
          "response.cancelled",
          "response.completed",
          "response.failed",
          "response.incomplete",
          "speech.audio.done",
          "transcript.text.done");

  private enum Line {
    FIELD,
    SPACE,
    DATA,
    IGNORED
  }

  private final AnswerFacts facts = new AnswerFacts();
  private final AnswerVisitor visitor = new AnswerVisitor(AnswerPlace.EVENT, facts);
  private final TokenEstimate delta = new TokenEstimate();
  private final JsonScanner scanner = new JsonScanner(visitor, delta);
  private final byte[] head = new byte[DONE.length];

  private Line line = Line.FIELD;
  private int fieldLength;
  private boolean isData = true;
  private int headLength;
  private boolean dataSeen;
  private boolean started;
  private boolean inPieces;

  /**
   * Reads an event or a piece of one, as {@link SseSplitter} cuts them.
   *
   * @param ends whether the event ends with these bytes; until it does, it is an ordinary one
   */
  public StreamEvent read(byte[] bytes, int offset, int length, boolean ends) {
    int end = offset + length;
    int i = offset + (started ? 0 : byteOrderMark(bytes, offset, end));
    started = true;
    while (i < end) {
      switch (line) {
        case FIELD -> field(bytes[i++]);
        case SPACE -> {
          i += bytes[i] == ' ' ? 1 : 0;
          beginData();
        }
        case DATA, IGNORED -> i = restOfLine(bytes, i, end);
      }
    }
    if (!ends) {
      inPieces = true;
      return StreamEvent.ORDINARY;
    }
    return endEvent();
  }

  /** What was read so far. */
  public Answer finish() {
    return facts.answer();
  }

  private static int byteOrderMark(byte[] bytes, int offset, int end) {
    boolean marked =
        end - offset >= 3
            && bytes[offset] == (byte) 0xEF
            && bytes[offset + 1] == (byte) 0xBB
            && bytes[offset + 2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }

  private void field(byte b) {
    if (isLineEnd(b)) {
      beginLine();
    } else if (b == ':') {
      line = isData && fieldLength == DATA.length ? Line.SPACE : Line.IGNORED;
    } else {
      isData &= fieldLength < DATA.length && b == DATA[fieldLength];
      fieldLength = Math.min(fieldLength + 1, DATA.length + 1);
    }
  }

  private void beginLine() {
    line = Line.FIELD;
    fieldLength = 0;
    isData = true;
  }

  private void beginData() {
    line = Line.DATA;
    if (dataSeen) {
      scanner.feed(LINE_END, 0, LINE_END.length);
    }
    dataSeen = true;
  }

  private int restOfLine(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end && !isLineEnd(bytes[i])) {
      i++;
    }
    if (line == Line.DATA) {
      int more = Math.min(i - start, head.length - headLength);
      System.arraycopy(bytes, start, head, headLength, more);
      headLength += more;
      scanner.feed(bytes, start, i);
    }
    if (i < end) {
      beginLine();
      i++;
    }
    return i;
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  private StreamEvent endEvent() {
    boolean usageOnly = visitor.isUsageOnly() && !inPieces;
    boolean terminal =
        (headLength == DONE.length && Arrays.equals(head, DONE))
            || visitor.hasError()
            || LAST_TYPES.contains(visitor.type());
    if (isDelta()) {
      facts.observed().add(delta);
    }
    restart();
    return usageOnly || terminal ? new StreamEvent(usageOnly, terminal) : StreamEvent.ORDINARY;
  }

  /** The typed dialects repeat at the end what their deltas have said, and send audio as deltas. */
  private boolean isDelta() {
    String type = visitor.type();
    return type.isEmpty()
        || visitor.hasChoices()
        || (type.endsWith(".delta") && !type.endsWith("audio.delta"));
  }

  private void restart() {
    scanner.restart();
    visitor.restart();
    delta.clear();
    beginLine();
    headLength = 0;
    dataSeen = false;
    inPieces = false;
  }
}
