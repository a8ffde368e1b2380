package com.keeptrusts.gateway.proxy.answer;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to a client without blocking: one queue for answers, error events and comments, whichever
 * thread they come from. One thread writes at a time; when the client is slow the container takes
 * over through {@link #onWritePossible}.
 */
public final class ClientWriter implements WriteListener {
  /** Bytes of the answer, and what to run when they are out of our hands. */
  private record Piece(byte[] bytes, int offset, int length, Runnable written) {}

  private enum State {
    NEW,
    IDLE,
    BUSY,
    CLOSED
  }

  private static final Logger LOG = LoggerFactory.getLogger(ClientWriter.class);
  private static final Runnable NOTHING = () -> {};

  private final AsyncContext async;
  private final ServletOutputStream out;
  private final boolean flushEach;
  private final Consumer<Throwable> onFailure;
  private final Queue<Piece> queue = new ArrayDeque<>();
  private State state = State.NEW;
  private boolean ended;
  // Touched by the writing thread only; the lock hands them from one to the next.
  private @Nullable Piece inFlight;
  private boolean unflushed;

  /**
   * Writes an answer.
   *
   * @param flushEach whether each piece leaves at once
   * @param onFailure hears, once, that the client cannot be written to any more
   */
  public ClientWriter(
      AsyncContext async,
      ServletOutputStream out,
      boolean flushEach,
      Consumer<Throwable> onFailure) {
    this.async = async;
    this.out = out;
    this.flushEach = flushEach;
    this.onFailure = onFailure;
  }

  /**
   * Queues bytes; {@code written} runs when they may be used again. When they never will be written
   * it does not: it would ask the provider for more, and more, that nobody reads.
   */
  void write(byte[] bytes, int offset, int length, Runnable written) {
    var unused = enqueue(new Piece(bytes, offset, length, written), /* onlyWhenIdle= */ false);
  }

  /** Queues bytes that nobody uses again. */
  public void write(byte[] bytes) {
    write(bytes, 0, bytes.length, NOTHING);
  }

  /** Sends the headers, and nothing else yet. */
  void commit() {
    write(new byte[0]);
  }

  /** Queues bytes unless something is on its way; returns whether it did. */
  boolean writeWhenIdle(byte[] bytes) {
    return enqueue(new Piece(bytes, 0, bytes.length, NOTHING), /* onlyWhenIdle= */ true);
  }

  /** Completes the answer when everything queued has left. */
  public void end() {
    State before;
    synchronized (this) {
      if (state == State.CLOSED || ended) {
        return;
      }
      ended = true;
      before = state;
      state = before == State.NEW ? State.CLOSED : State.BUSY;
    }
    if (before == State.NEW) {
      complete();
    } else if (before == State.IDLE) {
      drain();
    }
  }

  /**
   * Completes an answer whose whole body fits into the container's buffer, of which nothing has
   * been written yet. A listener would cost another thread for it.
   *
   * @return false when something has been written already; nothing is done then
   */
  boolean fill(byte[] body) {
    synchronized (this) {
      if (state != State.NEW) {
        return false;
      }
      state = State.CLOSED;
    }
    try {
      out.write(body);
    } catch (Throwable e) {
      onFailure.accept(e);
    } finally {
      complete();
    }
    return true;
  }

  /** Whether nothing can leave any more, because all has or because the client is gone. */
  synchronized boolean isClosed() {
    return state == State.CLOSED;
  }

  /** Cuts the connection, so that a truncated answer does not look like a whole one. */
  void cut() {
    if (close()) {
      ConnectionCut.cut(async);
    }
  }

  /** The client is gone: nothing more can be written. */
  void fail(Throwable failure) {
    if (close()) {
      try {
        onFailure.accept(failure);
      } finally {
        complete();
      }
    }
  }

  @Override
  public void onWritePossible() {
    drain();
  }

  @Override
  public void onError(Throwable failure) {
    fail(failure);
  }

  private boolean enqueue(Piece piece, boolean onlyWhenIdle) {
    State before;
    synchronized (this) {
      before = state;
      if (before == State.CLOSED || ended || (onlyWhenIdle && before != State.IDLE)) {
        return false;
      }
      queue.add(piece);
      state = State.BUSY;
    }
    if (before == State.NEW) {
      out.setWriteListener(this);
    } else if (before == State.IDLE) {
      drain();
    }
    return true;
  }

  private void drain() {
    try {
      while (out.isReady()) {
        Piece left = inFlight;
        inFlight = null;
        if (left != null) {
          left.written.run();
        }
        if (!writeNext()) {
          return;
        }
      }
    } catch (Throwable e) {
      fail(e);
    }
  }

  /** Writes or flushes once; returns false when there is nothing left to do for now. */
  private boolean writeNext() throws IOException {
    Piece next;
    synchronized (this) {
      if (state == State.CLOSED) {
        return false;
      }
      next = queue.poll();
      if (next == null && !unflushed) {
        state = ended ? State.CLOSED : State.IDLE;
        if (!ended) {
          return false;
        }
      }
    }
    if (next != null) {
      inFlight = next;
      unflushed = flushEach;
      if (next.length > 0) {
        out.write(next.bytes, next.offset, next.length);
      }
    } else if (unflushed) {
      unflushed = false;
      out.flush();
    } else {
      complete();
      return false;
    }
    return true;
  }

  private boolean close() {
    synchronized (this) {
      if (state == State.CLOSED) {
        return false;
      }
      state = State.CLOSED;
      queue.clear();
      return true;
    }
  }

  private void complete() {
    try {
      async.complete();
    } catch (IllegalStateException e) {
      LOG.debug("the container has completed the answer already", e);
    }
  }
}
