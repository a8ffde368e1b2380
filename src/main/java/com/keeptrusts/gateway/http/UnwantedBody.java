package com.keeptrusts.gateway.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Answers a request whose body is still to come, and throws the body away behind the answer. A
 * connection that is closed while its client sends takes the answer with it: most clients see a
 * reset instead of a refusal.
 */
final class UnwantedBody implements WriteListener, ReadListener {
  /** How long a client may go on sending, in milliseconds. */
  private static final long PATIENCE = 10_000;

  /** How much a client may go on sending, in bytes: some 20 ms of reading. */
  private static final long MOST = 64L << 20;

  private static final int PIECE = 16 * 1024;

  private final AsyncContext async;
  private final byte[] answer;
  private final AtomicBoolean written = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  // Touched by one thread at a time, as the container reads.
  private long thrownAway;

  private UnwantedBody(AsyncContext async, byte[] answer) {
    this.async = async;
    this.answer = answer;
  }

  /** Whether the body can be thrown away; a client that asked whether to send it should not. */
  static boolean canBeDiscarded(HttpServletRequest clientRequest) {
    return clientRequest.isAsyncSupported()
        && !clientRequest.isAsyncStarted()
        && clientRequest.getDispatcherType() == DispatcherType.REQUEST
        && clientRequest.getHeader("Expect") == null;
  }

  /** Waits neither for the client to read nor for it to send. */
  static void discardBehind(
      byte[] answer, HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException {
    clientResponse.setContentLength(answer.length);
    AsyncContext async = clientRequest.startAsync();
    async.setTimeout(PATIENCE);
    UnwantedBody body = new UnwantedBody(async, answer);
    async.addListener(AsyncEvents.onTimeout(body::end));
    async.addListener(AsyncEvents.onError(failure -> body.end()));
    clientResponse.getOutputStream().setWriteListener(body);
  }

  @Override
  public void onWritePossible() throws IOException {
    if (written.compareAndSet(false, true)) {
      ServletOutputStream out = async.getResponse().getOutputStream();
      out.write(answer);
      if (out.isReady()) {
        out.flush();
      }
      async.getRequest().getInputStream().setReadListener(this);
    }
  }

  @Override
  public void onDataAvailable() throws IOException {
    ServletInputStream in = async.getRequest().getInputStream();
    byte[] piece = new byte[PIECE];
    while (in.isReady() && !in.isFinished()) {
      int read = in.read(piece);
      thrownAway += read;
      if (read < 0 || thrownAway > MOST) {
        end();
        return;
      }
    }
  }

  @Override
  public void onAllDataRead() {
    end();
  }

  @Override
  public void onError(Throwable failure) {
    end();
  }

  private void end() {
    if (ended.compareAndSet(false, true)) {
      async.complete();
    }
  }
}
