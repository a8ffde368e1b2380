package com.keeptrusts.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A socket to a gateway, for what an HTTP client would not send or not show. */
public final class RawConnection implements Closeable {
  private static final Pattern REQUEST = Pattern.compile("(?m)^([A-Z]+) /(?=.* HTTP/1)");
  private static final int PATIENCE_MILLIS = 15_000;

  private final String contextPath;
  private final Socket socket;
  private final InputStream in;
  private int leftInChunk;
  private boolean chunked;
  private boolean anyChunkRead;
  private boolean chunksEnded;

  public RawConnection(RunningGateway gateway) throws IOException {
    this(gateway, 64 * 1024);
  }

  /**
   * Connects.
   *
   * @param window how many bytes the system may take in unread, about
   */
  public RawConnection(RunningGateway gateway, int window) throws IOException {
    this.contextPath = gateway.contextPath();
    this.socket = new Socket();
    this.socket.setReceiveBufferSize(window);
    this.socket.connect(new InetSocketAddress("127.0.0.1", gateway.port()));
    this.socket.setTcpNoDelay(true);
    this.socket.setSoTimeout(PATIENCE_MILLIS);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** An answer as it stood on the wire. */
  public record Answer(int status, Head head, byte[] body) {
    /** The body as UTF-8. */
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** The one value of a header; empty when it is not there. */
    public String header(String name) {
      return String.join(", ", head.all(name));
    }
  }

  /** A status line and headers. */
  public record Head(List<String> lines) {
    public int status() {
      return Integer.parseInt(lines.get(0).split(" ", 3)[1]);
    }

    /** Every value of a header. */
    public List<String> all(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return lines.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).trim())
          .toList();
    }

    public String first(String name) {
      return all(name).isEmpty() ? "" : all(name).get(0);
    }
  }

  /** A whole POST with a key and a length, as text. */
  public static String post(String path, String key, String body, String... headerLines) {
    StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: gateway\r\n");
    head.append("Authorization: Bearer ").append(key).append("\r\n");
    head.append("Content-Type: application/json\r\n");
    for (String line : headerLines) {
      head.append(line).append("\r\n");
    }
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return head + "Content-Length: " + length + "\r\n\r\n" + body;
  }

  /** Sends text as UTF-8, with the requests' paths below the gateway's; returns this. */
  public RawConnection send(String text) throws IOException {
    return send(wire(text));
  }

  /** What {@link #send(String)} sends. */
  public byte[] wire(String text) {
    return REQUEST
        .matcher(text)
        .replaceAll("$1 " + contextPath + "/")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Sends bytes in one piece; returns this. */
  public RawConnection send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** The next whole answer. */
  public Answer answer() throws IOException {
    Head head = head();
    byte[] body =
        head.first("Transfer-Encoding").equals("chunked")
            ? readAll()
            : in.readNBytes(
                head.first("Content-Length").isEmpty()
                    ? 0
                    : Integer.parseInt(head.first("Content-Length")));
    return new Answer(head.status(), head, body);
  }

  /** The head of the next answer; its body is then read by {@link #event} or {@link #readAll}. */
  public Head head() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      lines.add(line);
    }
    leftInChunk = 0;
    chunked = lines.contains("Transfer-Encoding: chunked");
    anyChunkRead = false;
    chunksEnded = false;
    return new Head(lines);
  }

  /** The next lines of a chunked body up to and with a blank one; what is left at its end. */
  public String event() throws IOException {
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    for (int b = read(); b >= 0; b = read()) {
      event.write(b);
      if (b == '\n' && endsWithBlankLine(event.toString(StandardCharsets.UTF_8))) {
        break;
      }
    }
    return event.toString(StandardCharsets.UTF_8);
  }

  private static boolean endsWithBlankLine(String text) {
    return text.endsWith("\n\n") || text.endsWith("\r\n\r\n");
  }

  /**
   * The rest of a chunked body.
   *
   * @throws EOFException when the connection ends before the last chunk
   */
  public byte[] readAll() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int b = read(); b >= 0; b = read()) {
      body.write(b);
    }
    return body.toByteArray();
  }

  /** How many bytes come before the connection ends, however it ends. */
  public long bytesToTheEnd() throws IOException {
    long count = 0;
    byte[] buffer = new byte[8192];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        count += read;
      }
    } catch (SocketException reset) {
      // An end too.
    }
    return count;
  }

  /** Whether the gateway closes the connection, and sends nothing before that. */
  public boolean closes() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  /** Whether nothing more comes: the connection ends, or is silent for this long. */
  public boolean saysNothingFor(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return closes();
    } catch (SocketTimeoutException silent) {
      return true;
    } finally {
      socket.setSoTimeout(PATIENCE_MILLIS);
    }
  }

  /** Leaves with a reset, as a killed process does. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Says that nothing more will be sent. */
  public void shutdownOutput() throws IOException {
    socket.shutdownOutput();
  }

  private int read() throws IOException {
    if (chunksEnded) {
      return -1;
    }
    if (!chunked) {
      throw new IllegalStateException("the answer is not in chunks");
    }
    if (leftInChunk == 0) {
      // Jetty sends a chunk's line end together with the next chunk.
      leftInChunk = Integer.parseInt(anyChunkRead ? lineAfterLineEnd() : line(), 16);
      anyChunkRead = true;
      if (leftInChunk == 0) {
        line();
        chunksEnded = true;
        return -1;
      }
    }
    leftInChunk--;
    return readByte();
  }

  private String lineAfterLineEnd() throws IOException {
    line();
    return line();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = readByte(); b != '\n'; b = readByte()) {
      line.append((char) b);
    }
    return line.substring(0, Math.max(0, line.length() - 1));
  }

  private int readByte() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException("the gateway ended the connection");
    }
    return b;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
