package com.keeptrusts.gateway.http;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A body on its way in, up to a limit. Used by one thread at a time. */
final class IncomingBody {
  static final Refusal TOO_SLOW =
      Refusal.of(ErrorCode.REQUEST_TIMEOUT, "The request body did not arrive in time");

  private static final String ATTRIBUTE = IncomingBody.class.getName();
  private static final int FIRST_SIZE = 4096;
  private static final int LARGEST_UNWANTED = 64 * 1024;

  private final long limit;
  private final HttpServletRequest clientRequest;
  private final long announced;
  private final AtomicBoolean dispatched = new AtomicBoolean();
  private byte[] buffer;
  private int size;
  private @Nullable Refusal refusal;

  IncomingBody(long limit, HttpServletRequest clientRequest) {
    this.limit = limit;
    this.clientRequest = clientRequest;
    this.announced = clientRequest.getContentLengthLong();
    this.buffer = new byte[(int) Math.min(announced < 0 ? FIRST_SIZE : announced, 1 << 16)];
  }

  static @Nullable IncomingBody find(ServletRequest request) {
    return (IncomingBody) request.getAttribute(ATTRIBUTE);
  }

  static Refusal tooLarge(long limit) {
    return Refusal.of(
            ErrorCode.REQUEST_TOO_LARGE,
            "The request body is larger than the gateway's limit of " + limit + " bytes")
        .with("limit", limit);
  }

  /** Whether some of a body that nobody wants is still to come; what is there is thrown away. */
  static boolean isLeft(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    boolean announced = length > 0 || request.getHeader("Transfer-Encoding") != null;
    if (!announced || find(request) != null) {
      return false;
    }
    try {
      return length > LARGEST_UNWANTED
          || !new IncomingBody(LARGEST_UNWANTED, request).readWhatIsThere();
    } catch (IOException broken) {
      return true;
    }
  }

  /** Keeps this body with its request. */
  void note() {
    clientRequest.setAttribute(ATTRIBUTE, this);
  }

  /** Reads what can be read without waiting; returns whether that was all of it. */
  boolean readWhatIsThere() throws IOException {
    if (announced < 0) {
      return false;
    }
    ServletInputStream in = clientRequest.getInputStream();
    while (size < announced && in.available() > 0) {
      if (readOnce(in) < 0) {
        break;
      }
    }
    return size >= announced;
  }

  /** Reads while the stream is ready; returns whether there will be more. */
  boolean readWhileReady(ServletInputStream in) throws IOException {
    while (in.isReady() && !in.isFinished()) {
      if (readOnce(in) < 0 || refusal != null) {
        return false;
      }
    }
    return !in.isFinished();
  }

  private int readOnce(ServletInputStream in) throws IOException {
    if (size == buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(limit + 1, Math.max(FIRST_SIZE, size * 2L)));
    }
    int read = in.read(buffer, size, buffer.length - size);
    if (read > 0) {
      size += read;
      if (size > limit) {
        fail(tooLarge(limit));
      }
    }
    return read;
  }

  /** Whether the caller is the one to dispatch the request: several may see the body's end. */
  boolean claimDispatch() {
    return dispatched.compareAndSet(false, true);
  }

  void fail(Refusal because) {
    if (refusal == null) {
      refusal = because;
    }
  }

  Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  byte[] bytes() {
    if (size < buffer.length) {
      buffer = Arrays.copyOf(buffer, size);
    }
    return buffer;
  }
}
