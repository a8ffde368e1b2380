package com.keeptrusts.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A company's way out: CONNECT for https, the whole address for http, Basic authentication. */
public final class ForwardProxy implements Closeable {
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private volatile Optional<String> expected = Optional.empty();
  private volatile String refusal = "";
  private final LoopbackListener listener = new LoopbackListener("test-proxy", this::serve);

  /** Asks everybody for this from now on. */
  public void demand(String username, String password) {
    String pair = username + ":" + password;
    expected =
        Optional.of(
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  /** Answers everybody with this status line from now on, as in {@code 403 Forbidden}. */
  public void refuse(String statusLine) {
    refusal = statusLine;
  }

  public int port() {
    return listener.port();
  }

  /** As in {@code http://localhost:3128}. */
  public URI url() {
    return URI.create("http://localhost:" + port());
  }

  /** The heads of the requests that came. */
  public List<String> heads() {
    return heads;
  }

  private void serve(Socket socket) throws IOException {
    String head = LoopbackListener.head(socket.getInputStream());
    heads.add(head);
    String[] line = head.split(" ", 3);
    if (!refusal.isEmpty()) {
      say(socket, refusal, "");
    } else if (expected.isPresent() && !head.contains("Proxy-Authorization: " + expected.get())) {
      say(socket, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"x\"\r\n");
    } else if (line[0].equals("CONNECT")) {
      URI to = URI.create("tcp://" + line[1]);
      Socket out = new Socket(to.getHost(), to.getPort());
      socket
          .getOutputStream()
          .write("HTTP/1.1 200 Yes\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      SocketRelay.join(socket, out);
    } else {
      URI to = URI.create(line[1]);
      Socket out = new Socket(to.getHost(), to.getPort());
      out.getOutputStream().write(forwarded(head, to));
      SocketRelay.join(socket, out);
    }
  }

  /** One request for each connection: what comes next would need to be read again. */
  private static byte[] forwarded(String head, URI to) {
    return head.replaceFirst(" \\S+ ", " " + to.getRawPath() + " ")
        .replaceFirst("(?i)\r\nProxy-Authorization: [^\r]*", "")
        .replaceFirst("\r\n", "\r\nConnection: close\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void say(Socket socket, String status, String header) throws IOException {
    socket
        .getOutputStream()
        .write(
            ("HTTP/1.1 " + status + "\r\n" + header + "Content-Length: 2\r\n\r\nno")
                .getBytes(StandardCharsets.US_ASCII));
    socket.shutdownOutput();
    socket.getInputStream().readAllBytes();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
