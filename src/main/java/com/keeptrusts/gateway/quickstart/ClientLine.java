package com.keeptrusts.gateway.quickstart;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A connection, seen from the provider. Its pauses are reads with a time-out, so that a departure
 * in a silence is seen at once, by the one thread that serves the connection. A client that only
 * shuts its sending side counts as gone, as at most servers.
 */
final class ClientLine implements Closeable {
  private static final int LONGEST_LINE = 64 * 1024;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private byte[] buffer = new byte[8192];
  private int position;
  private int limit;

  ClientLine(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /** A line without its end; null when the client closed before its first byte. */
  @Nullable String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = read(); c != '\n'; c = read()) {
      if (c < 0) {
        return atEnd(line);
      }
      if (line.length() == LONGEST_LINE) {
        throw new BadRequestException("header line is longer than " + LONGEST_LINE + " bytes");
      }
      line.append((char) c);
    }
    if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
      line.setLength(line.length() - 1);
    }
    return line.toString();
  }

  private static @Nullable String atEnd(StringBuilder line) throws EOFException {
    if (line.isEmpty()) {
      return null;
    }
    throw new EOFException("the client closed inside a request");
  }

  /**
   * Reads exactly so many bytes.
   *
   * @throws EOFException when the client closed before them
   */
  byte[] readBytes(int length) throws IOException {
    byte[] bytes = new byte[length];
    int held = Math.min(length, limit - position);
    System.arraycopy(buffer, position, bytes, 0, held);
    position += held;
    if (in.readNBytes(bytes, held, length - held) < length - held) {
      throw new EOFException("the client closed inside a body");
    }
    return bytes;
  }

  boolean hasBytes() {
    return position < limit;
  }

  /** Sends bytes in one write. */
  void write(byte[] bytes) throws IOException {
    try {
      out.write(bytes);
    } catch (IOException gone) {
      throw departure(gone);
    }
  }

  /**
   * Waits; what the client sends meanwhile is kept for its next request.
   *
   * @throws ClientLeftException as soon as the client is gone
   */
  void pause(Duration duration) throws IOException {
    if (duration.isZero()) {
      return;
    }
    long deadline = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = deadline - System.nanoTime()) {
      if (left < NANOS_PER_MILLI) {
        LockSupport.parkNanos(left);
      } else {
        listen((int) Math.min(left / NANOS_PER_MILLI, Integer.MAX_VALUE));
      }
    }
    socket.setSoTimeout(0);
  }

  /** Says nothing until the client is gone. */
  ClientLeftException silence() throws IOException {
    while (true) {
      listen(0);
    }
  }

  /** Ends with a reset, which no reader can take for a proper end. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private int read() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, in.read(buffer));
      if (limit == 0) {
        return -1;
      }
    }
    return buffer[position++] & 0xff;
  }

  private void listen(int millis) throws IOException {
    makeRoom();
    try {
      socket.setSoTimeout(millis);
      int count = in.read(buffer, limit, buffer.length - limit);
      if (count < 0) {
        throw new ClientLeftException();
      }
      limit += count;
    } catch (SocketTimeoutException stillThere) {
      return;
    } catch (IOException gone) {
      throw departure(gone);
    }
  }

  private void makeRoom() {
    if (position == limit) {
      position = 0;
      limit = 0;
    } else if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }

  /** A socket that this side closed is no departure. */
  private IOException departure(IOException gone) {
    return socket.isClosed() ? gone : new ClientLeftException();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
