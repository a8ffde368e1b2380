package com.keeptrusts.gateway.server;

import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses, as a malformed request line, in the same envelope as all errors. */
final class JsonErrors implements Request.Handler {
  private final Supplier<String> requestIds;

  JsonErrors(Supplier<String> requestIds) {
    this.requestIds = requestIds;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus() == 0 ? HttpStatus.BAD_REQUEST_400 : response.getStatus();
    String code = status >= 500 ? "internal_error" : "invalid_request";
    String type = status >= 500 ? "server_error" : "invalid_request_error";
    String body =
        """
        {
          "error": {
            "code": "%s",
            "message": "%s",
            "type": "%s"
          }
        }"""
            .formatted(code, message(request, response, status), type);
    response.getHeaders().put("x-request-id", requestIds.get());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    Content.Sink.write(response, true, body, callback);
    return true;
  }

  private static String message(Request request, Response response, int status) {
    if (request.getAttribute(ErrorHandler.ERROR_EXCEPTION)
        instanceof TlsOnly.PlainHttpException plain) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      return plain.getReason();
    }
    return HttpStatus.getMessage(status);
  }
}
