package com.keeptrusts.gateway.http;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which request a thread works for, for the log. Threads that a request happens to start do not
 * inherit it, and it is taken off again: the threads are the container's.
 */
public final class LogContext {
  private static final String ATTRIBUTE = LogContext.class.getName();
  private static final ThreadLocal<@Nullable LogContext> CURRENT = new ThreadLocal<>();

  private final String requestId;
  private final Optional<String> traceId;
  private volatile Optional<String> group = Optional.empty();

  LogContext(String requestId, Optional<String> traceId) {
    this.requestId = requestId;
    this.traceId = traceId;
  }

  /** What this thread works for; empty between requests. */
  public static Optional<LogContext> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** The context of a request. */
  public static LogContext of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof LogContext noted
        ? noted
        : new LogContext("unknown", Optional.empty());
  }

  void note(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  void recognise(String name) {
    group = Optional.of(name);
  }

  /**
   * Puts this on the thread.
   *
   * @return what was there before, for {@link #leave}
   */
  public @Nullable LogContext enter() {
    LogContext before = CURRENT.get();
    CURRENT.set(this);
    return before;
  }

  /** Puts back what {@link #enter} returned; nothing is left on the thread where there was none. */
  public static void leave(@Nullable LogContext before) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }

  public String requestId() {
    return requestId;
  }

  /** The group's name, once the key was recognised. */
  public Optional<String> group() {
    return group;
  }

  /** The id of the client's trace. */
  public Optional<String> traceId() {
    return traceId;
  }

  /** As messages begin. */
  @Override
  public String toString() {
    return "request " + requestId;
  }
}
