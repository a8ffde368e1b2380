package com.keeptrusts.gateway.http;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Collects a body as it arrives and dispatches its request when it is whole, or failed. */
final class BodyListener implements ReadListener {
  private final IncomingBody body;
  private final AsyncContext async;

  BodyListener(IncomingBody body, AsyncContext async) {
    this.body = body;
    this.async = async;
  }

  @Override
  public void onDataAvailable() throws IOException {
    boolean more = body.readWhileReady(async.getRequest().getInputStream());
    if (!more && body.refusal().isPresent() && body.claimDispatch()) {
      async.dispatch();
    }
  }

  @Override
  public void onAllDataRead() {
    if (body.claimDispatch()) {
      async.dispatch();
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.fail(refusal(failure));
    if (body.claimDispatch()) {
      async.dispatch();
    }
  }

  /** A connection's own time-out comes as a failure too, and may be shorter than our patience. */
  static Refusal refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException) {
        return SlowBody.REFUSAL;
      }
    }
    return Refusal.of(ErrorCode.INVALID_REQUEST, "The request body ended before it was complete");
  }
}
