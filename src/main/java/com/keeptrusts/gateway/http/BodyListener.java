package com.keeptrusts.gateway.http;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.Refusal;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.net.SocketTimeoutException;
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
    // Some containers close the connection now and never run the dispatch.
    CurrentExchange.find(async.getRequest())
        .ifPresent(exchange -> exchange.end(Outcome.refused(refusal(failure))));
    if (body.claimDispatch()) {
      async.dispatch();
    }
  }

  /**
   * What a failed read means. A connection's own time-out comes as a failure too, and may be
   * shorter than our patience; a server's own limit may be lower than ours.
   */
  static Refusal refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
        return IncomingBody.TOO_SLOW;
      }
      if (cause.getClass().getSimpleName().equals("RequestTooBigException")) {
        return Refusal.of(
            ErrorCode.REQUEST_TOO_LARGE,
            "The request body is larger than the server around the gateway takes; an operator can"
                + " raise its limit (WildFly: max-post-size of the listener)");
      }
    }
    return Refusal.of(ErrorCode.INVALID_REQUEST, "The request body ended before it was complete");
  }
}
