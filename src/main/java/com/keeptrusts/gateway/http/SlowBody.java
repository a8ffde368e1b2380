package com.keeptrusts.gateway.http;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Ends the wait for a body that does not come. */
final class SlowBody implements AsyncListener {
  static final Refusal REFUSAL =
      Refusal.of(ErrorCode.REQUEST_TIMEOUT, "The request body did not arrive in time");

  private final IncomingBody body;

  SlowBody(IncomingBody body) {
    this.body = body;
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    body.fail(REFUSAL);
    if (body.claimDispatch()) {
      event.getAsyncContext().dispatch();
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {}

  @Override
  public void onError(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
