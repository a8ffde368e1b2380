package com.keeptrusts.gateway.http;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Everything that nothing else serves; no file of the WAR is ever sent. */
public final class NotFoundServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient ErrorWriter errorWriter;

  public NotFoundServlet(ErrorWriter errorWriter) {
    this.errorWriter = errorWriter;
  }

  @Override
  protected void service(HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException {
    errorWriter.refuse(
        clientRequest,
        clientResponse,
        Refusal.of(ErrorCode.UNKNOWN_ENDPOINT, "There is nothing here; the API begins with /v1"));
  }
}
