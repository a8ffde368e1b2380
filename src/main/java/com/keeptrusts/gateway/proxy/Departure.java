package com.keeptrusts.gateway.proxy;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Hears from the container that a client left; some tell it here, some only when written to. */
final class Departure implements AsyncListener {
  private final ProviderCall call;

  Departure(ProviderCall call) {
    this.call = call;
  }

  @Override
  public void onError(AsyncEvent event) {
    Throwable failure = event.getThrowable();
    call.clientLeft(failure == null ? new IllegalStateException("async error") : failure);
  }

  @Override
  public void onComplete(AsyncEvent event) {}

  @Override
  public void onTimeout(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
