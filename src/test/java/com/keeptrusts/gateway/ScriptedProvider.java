package com.keeptrusts.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final LoopbackListener listener = new LoopbackListener("scripted-provider", this::serve);
  private volatile Script script;

  public ScriptedProvider(Script script) {
    this.script = script;
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
    return URI.create("http://127.0.0.1:" + listener.port() + "/v1");
  }

  /** The heads of the requests that came. */
  public List<String> heads() {
    return heads;
  }

  private void serve(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    String head = LoopbackListener.head(in);
    heads.add(head);
    in.readNBytes(length(head));
    script.answer(socket, socket.getOutputStream());
  }

  private static int length(String head) {
    String found = head.replaceFirst("(?is).*content-length: *(\\d+).*", "$1");
    return found.equals(head) ? 0 : Integer.parseInt(found);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
