package com.keeptrusts.gateway.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A socket to the mock provider, for what an HTTP client would not send or not show. */
final class RawClient implements Closeable {
  private final Socket socket;
  private final InputStream in;

  RawClient(MockProvider provider) throws IOException {
    this.socket = new Socket("127.0.0.1", provider.baseUrl().getPort());
    this.socket.setSoTimeout(10_000);
    this.in = socket.getInputStream();
  }

  /** Sends a POST with a key and a length. */
  void post(String path, String body, String... headerLines) throws IOException {
    StringBuilder head = new StringBuilder("POST /v1" + path + " HTTP/1.1\r\nHost: mock\r\n");
    head.append("Authorization: Bearer sk-mock\r\nContent-Type: application/json\r\n");
    for (String line : headerLines) {
      head.append(line).append("\r\n");
    }
    send(head + "Content-Length: " + body.length() + "\r\n\r\n" + body);
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Reads up to and with the mark, or to the end of what is sent. */
  String readTo(String mark) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      read.write(b);
      if (b == mark.charAt(mark.length() - 1) && text(read).endsWith(mark)) {
        break;
      }
    }
    return text(read);
  }

  /** Head and body of an answer with a length. */
  String readAnswer() throws IOException {
    String head = readTo("\r\n\r\n");
    String length = head.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1");
    return head + new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
  }

  /** Reads until the provider closes. */
  String readAll() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Leaves with a reset, as a killed process does with unread bytes. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
