package com.keeptrusts.gateway.proxy.answer;

import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.http.ErrorWriter;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The client's side of a proxied exchange. */
public final class ClientAnswer {
  private final HttpServletRequest clientRequest;
  private final HttpServletResponse clientResponse;
  private final AsyncContext async;
  private final ErrorWriter errorWriter;
  private final Consumer<Throwable> onDeparture;
  private @Nullable ClientWriter writer;

  public ClientAnswer(
      HttpServletRequest clientRequest,
      HttpServletResponse clientResponse,
      AsyncContext async,
      ErrorWriter errorWriter,
      Consumer<Throwable> onDeparture) {
    this.clientRequest = clientRequest;
    this.clientResponse = clientResponse;
    this.async = async;
    this.errorWriter = errorWriter;
    this.onDeparture = onDeparture;
  }

  HttpServletResponse response() {
    return clientResponse;
  }

  /** The writer of an answer that leaves piece by piece. */
  synchronized ClientWriter open(boolean flushEach) {
    if (writer == null) {
      try {
        writer = new ClientWriter(async, clientResponse.getOutputStream(), flushEach, onDeparture);
      } catch (IOException e) {
        throw new IllegalStateException("the container gives no output stream", e);
      }
    }
    return writer;
  }

  ClientWriter writer() {
    return open(/* flushEach= */ false);
  }

  /** Answers with all of a body; how long it is, is said here. */
  void whole(byte[] body) {
    ClientWriter to = writer();
    if (to.isClosed()) {
      return;
    }
    if (Container.of(clientRequest).completesAside() && fill(to, body)) {
      return;
    }
    clientResponse.setContentLengthLong(body.length);
    to.write(body);
    to.end();
  }

  private boolean fill(ClientWriter to, byte[] body) {
    int size = clientResponse.getBufferSize();
    if (body.length >= size || clientResponse.isCommitted()) {
      return false;
    }
    // Jetty writes at once, and waits, what fills a quarter of a buffer that nobody asked for.
    clientResponse.setBufferSize(size);
    return to.fill(body);
  }

  /** Cuts the connection, so that a truncated answer does not look like a whole one. */
  public void cut() {
    writer().cut();
  }

  /** Answers with our own error in place of an answer of which nothing has left yet. */
  public void refuse(Refusal refusal) {
    ClientWriter to = writer();
    if (to.isClosed()) {
      // The response is the container's again.
      return;
    }
    if (clientResponse.isCommitted()) {
      to.cut();
      return;
    }
    clientResponse.reset();
    whole(errorWriter.prepare(clientRequest, clientResponse, refusal));
  }
}
