package com.keeptrusts.gateway.server;

import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets small prompts go on with the thread that has read them: waking another one costs more than
 * the whole chain, which does not wait for anything. All else gets a thread of its own, so that
 * nobody waits behind a large body or a query.
 */
final class ShortWork extends Handler.Wrapper {
  private static final int SMALL_BYTES = 8 * 1024;
  private static final Set<String> NEVER_WAIT =
      Set.of("/v1/chat/completions", "/v1/completions", "/v1/embeddings");

  ShortWork(Handler handler) {
    super(handler);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (isShort(request)) {
      return super.handle(request, response, callback);
    }
    request.getComponents().getExecutor().execute(() -> handleAside(request, response, callback));
    return true;
  }

  private static boolean isShort(Request request) {
    long length = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
    return length >= 0
        && length <= SMALL_BYTES
        && NEVER_WAIT.contains(request.getHttpURI().getPath());
  }

  private void handleAside(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Throwable failure) {
      Response.writeError(request, response, callback, failure);
    }
  }
}
