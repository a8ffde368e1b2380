package com.keeptrusts.gateway.apischema;

import java.io.ByteArrayOutputStream;

/**
 * Cuts server-sent events at their blank lines, whatever pieces they come in. All that is fed comes
 * out, in order, to the byte. Not safe for several threads.
 */
public final class SseSplitter {
  /** An event larger than this is handed on in pieces as they come, in bytes. */
  public static final int LARGEST_WHOLE_EVENT = 64 * 1024;

  /** Takes what was cut. */
  public interface Sink {
    /**
     * An event with its blank line, or a piece of a very large one. The bytes are the sink's only
     * during the call.
     *
     * @param ends whether the event ends here; the last piece may be empty
     */
    void event(byte[] bytes, int offset, int length, boolean ends);
  }

  private static final class Buffer extends ByteArrayOutputStream {
    byte[] array() {
      return buf;
    }
  }

  private final Sink sink;
  private final int largest;
  private final Buffer held = new Buffer();
  private boolean inPieces;
  private boolean atLineStart = true;

  /** The last line that was not blank ended with CRLF, so a blank line's CR will have its LF. */
  private boolean crLf;

  private boolean afterCr;
  private boolean awaitsLf;

  public SseSplitter(Sink sink) {
    this(sink, LARGEST_WHOLE_EVENT);
  }

  /**
   * A splitter with a bound of its own.
   *
   * @param largest an event larger than this is handed on in pieces, in bytes
   */
  public SseSplitter(Sink sink, int largest) {
    this.sink = sink;
    this.largest = largest;
  }

  /** The next bytes of the stream. */
  public void feed(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int start = offset;
    for (int i = offset; i < end; i++) {
      byte b = bytes[i];
      if (b > '\r' && !atLineStart) {
        continue;
      }
      if (awaitsLf) {
        awaitsLf = false;
        int cut = b == '\n' ? i + 1 : i;
        release(bytes, start, cut);
        start = cut;
        if (b == '\n') {
          continue;
        }
      }
      if (endsEvent(b)) {
        release(bytes, start, i + 1);
        start = i + 1;
      }
    }
    hold(bytes, start, end);
  }

  /** How many bytes of an event have come, and wait for its end. */
  public int held() {
    return held.size();
  }

  /** Releases what is left: an event that no blank line has ended. */
  public void finish() {
    if (held.size() > 0 || inPieces) {
      release(new byte[0], 0, 0);
    }
  }

  private boolean endsEvent(byte b) {
    boolean secondHalf = b == '\n' && afterCr;
    afterCr = b == '\r';
    if (secondHalf) {
      crLf = true;
      return false;
    }
    if (b != '\n' && b != '\r') {
      atLineStart = false;
      return false;
    }
    boolean blank = atLineStart;
    atLineStart = true;
    if (blank && b == '\r' && crLf) {
      awaitsLf = true;
      return false;
    }
    if (!blank) {
      crLf = false;
    }
    return blank;
  }

  private void hold(byte[] bytes, int start, int end) {
    if (inPieces || held.size() + (end - start) > largest) {
      inPieces = true;
      flush();
      if (start < end) {
        sink.event(bytes, start, end - start, false);
      }
    } else {
      held.write(bytes, start, end - start);
    }
  }

  private void release(byte[] bytes, int start, int end) {
    if (held.size() > 0 || inPieces || end - start > largest) {
      hold(bytes, start, end);
    }
    if (inPieces) {
      sink.event(bytes, end, 0, true);
    } else if (held.size() > 0) {
      byte[] whole = held.array();
      int length = held.size();
      held.reset();
      sink.event(whole, 0, length, true);
    } else {
      sink.event(bytes, start, end - start, true);
    }
    inPieces = false;
    atLineStart = true;
    afterCr = false;
  }

  private void flush() {
    if (held.size() > 0) {
      sink.event(held.array(), 0, held.size(), false);
      held.reset();
    }
  }
}
