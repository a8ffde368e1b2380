package com.keeptrusts.gateway.http;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.function.Consumer;

/**
 * What a container tells of a request that was put aside. The only such listener, public and with a
 * constructor that anybody may call: WildFly makes a component of each one that it finds in a WAR,
 * and warns of those that it cannot make.
 */
public final class AsyncEvents implements AsyncListener {
  private final Runnable onTimeout;
  private final Consumer<Throwable> onError;

  /** Hears nothing. */
  public AsyncEvents() {
    this(() -> {}, failure -> {});
  }

  private AsyncEvents(Runnable onTimeout, Consumer<Throwable> onError) {
    this.onTimeout = onTimeout;
    this.onError = onError;
  }

  /** Hears that the time set for the request is over. */
  public static AsyncEvents onTimeout(Runnable listener) {
    return new AsyncEvents(listener, failure -> {});
  }

  /** Hears that the connection failed; some containers tell it here, some only when written to. */
  public static AsyncEvents onError(Consumer<Throwable> listener) {
    return new AsyncEvents(() -> {}, listener);
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    onTimeout.run();
  }

  @Override
  public void onError(AsyncEvent event) {
    Throwable failure = event.getThrowable();
    onError.accept(failure == null ? new IllegalStateException("async error") : failure);
  }

  @Override
  public void onComplete(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
