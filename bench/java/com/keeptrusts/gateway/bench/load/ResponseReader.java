package com.keeptrusts.gateway.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads answers as HTTP/1.1 frames them, from whatever pieces arrive; keeps no body. */
final class ResponseReader {
  private static final int LONGEST_LINE = 16 * 1024;

  private enum State {
    HEAD,
    SIZED,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER
  }

  private final BodyListener listener;
  private final byte[] line = new byte[LONGEST_LINE];
  private int lineLength;
  private State state = State.HEAD;
  private int status;
  private long remaining;
  private boolean chunked;

  ResponseReader(BodyListener listener) {
    this.listener = listener;
  }

  /** Of the answer that is being read or was read last. */
  int status() {
    return status;
  }

  void reset() {
    state = State.HEAD;
    lineLength = 0;
    status = 0;
    remaining = 0;
    chunked = false;
  }

  /** Whether an answer has been read whole; what follows it stays in the buffer. */
  boolean read(ByteBuffer in) throws IOException {
    while (in.hasRemaining()) {
      boolean whole = state == State.SIZED || state == State.CHUNK ? readBody(in) : readLine(in);
      if (whole) {
        state = State.HEAD;
        return true;
      }
    }
    return false;
  }

  private boolean readBody(ByteBuffer in) {
    int length = (int) Math.min(remaining, in.remaining());
    int limit = in.limit();
    in.limit(in.position() + length);
    listener.onBody(in);
    in.position(in.limit());
    in.limit(limit);
    remaining -= length;
    if (remaining > 0) {
      return false;
    }
    if (state == State.CHUNK) {
      state = State.CHUNK_END;
      return false;
    }
    return true;
  }

  private boolean readLine(ByteBuffer in) throws IOException {
    while (in.hasRemaining()) {
      byte b = in.get();
      if (b == '\n') {
        int length = lineLength > 0 && line[lineLength - 1] == '\r' ? lineLength - 1 : lineLength;
        lineLength = 0;
        return onLine(length);
      }
      if (lineLength == LONGEST_LINE) {
        throw new IOException("a line of the answer's head is over " + LONGEST_LINE + " bytes");
      }
      line[lineLength++] = b;
    }
    return false;
  }

  private boolean onLine(int length) throws IOException {
    switch (state) {
      case HEAD:
        return onHeadLine(length);
      case CHUNK_SIZE:
        remaining = Long.parseLong(text(length).split(";", 2)[0].strip(), 16);
        state = remaining == 0 ? State.TRAILER : State.CHUNK;
        return false;
      case CHUNK_END:
        state = State.CHUNK_SIZE;
        return false;
      default:
        return length == 0;
    }
  }

  private boolean onHeadLine(int length) throws IOException {
    if (status == 0) {
      status = Integer.parseInt(new String(line, 9, 3, StandardCharsets.ISO_8859_1));
      return false;
    }
    if (length > 0) {
      onHeader(length);
      return false;
    }
    if (status < 200) {
      reset();
      return false;
    }
    state = chunked ? State.CHUNK_SIZE : State.SIZED;
    return !chunked && remaining == 0;
  }

  private void onHeader(int length) {
    // Only two headers matter, and the first letter rules out most others.
    int first = line[0] | 0x20;
    if (first != 'c' && first != 't') {
      return;
    }
    String header = text(length).toLowerCase(Locale.ROOT);
    if (header.startsWith("content-length:")) {
      remaining = Long.parseLong(header.substring(15).strip());
    } else if (header.startsWith("transfer-encoding:")) {
      chunked = header.endsWith("chunked");
    }
  }

  /** To be called before the next answer on the same connection. */
  void next() {
    status = 0;
    remaining = 0;
    chunked = false;
  }

  private String text(int length) {
    return new String(line, 0, length, StandardCharsets.ISO_8859_1);
  }
}
