package com.keeptrusts.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider that sends exactly the bytes that a test wants on the wire. */
public final class ScriptedProvider implements Closeable {
  /** Says how a request is answered; the connection is closed after it. */
  public interface Script {
    void answer(Socket socket, OutputStream out) throws IOException;
  }

  private final ServerSocket listener;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private volatile Script script;

  public ScriptedProvider(Script script) {
    this.script = script;
    try {
      this.listener = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    spawn(this::accept);
  }

  /** Answers so from now on. */
  public void play(Script other) {
    script = other;
  }

  /** Sends these bytes and says that it closes, or the next request might use the connection. */
  public void play(String bytes) {
    String said =
        bytes.contains("Connection: ")
            ? bytes
            : bytes.replaceFirst("\r\n", "\r\nConnection: close\r\n");
    play((socket, out) -> out.write(said.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** As in {@code http://127.0.0.1:9999/v1}. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/v1");
  }

  /** The heads of the requests that came. */
  public List<String> heads() {
    return heads;
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket socket = listener.accept();
        spawn(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket accepted) {
    try (Socket socket = accepted) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int b = in.read();
        if (b < 0) {
          return;
        }
        head.append((char) b);
      }
      heads.add(head.toString());
      in.readNBytes(length(head.toString()));
      script.answer(socket, socket.getOutputStream());
    } catch (IOException gone) {
      // Whether the gateway noticed is the test's question.
    }
  }

  private static int length(String head) {
    String found = head.replaceFirst("(?is).*content-length: *(\\d+).*", "$1");
    return found.equals(head) ? 0 : Integer.parseInt(found);
  }

  private static void spawn(Runnable task) {
    Thread thread = new Thread(task, "scripted-provider");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
