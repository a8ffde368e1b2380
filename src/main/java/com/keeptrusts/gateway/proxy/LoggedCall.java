package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.http.LogContext;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** Says on the threads of Jetty's client and of the watch which request they work for. */
final class LoggedCall implements Response.Listener, StreamWatch.Watched {
  private final ProviderCall call;
  private final LogContext context;

  LoggedCall(ProviderCall call, LogContext context) {
    this.call = call;
    this.context = context;
  }

  @Override
  public void onBegin(Response response) {
    call.onBegin(response);
  }

  /** A cookie is nobody's here; Jetty would parse the request's address to keep it by. */
  @Override
  public boolean onHeader(Response response, HttpField field) {
    return field.getHeader() != HttpHeader.SET_COOKIE;
  }

  @Override
  public void onHeaders(Response response) {
    @Nullable LogContext before = context.enter();
    try {
      call.onHeaders(response);
    } finally {
      LogContext.leave(before);
    }
  }

  @Override
  public void onContent(Response response, Content.Chunk chunk, Runnable demander) {
    @Nullable LogContext before = context.enter();
    try {
      call.onContent(response, chunk, demander);
    } finally {
      LogContext.leave(before);
    }
  }

  @Override
  public void onComplete(Result result) {
    @Nullable LogContext before = context.enter();
    try {
      call.onComplete(result);
    } finally {
      LogContext.leave(before);
    }
  }

  @Override
  public void stop() {
    @Nullable LogContext before = context.enter();
    try {
      call.stop();
    } finally {
      LogContext.leave(before);
    }
  }

  @Override
  public void tick(long nowNanos) {
    @Nullable LogContext before = context.enter();
    try {
      call.tick(nowNanos);
    } finally {
      LogContext.leave(before);
    }
  }

  @Override
  public String toString() {
    return context.toString();
  }
}
