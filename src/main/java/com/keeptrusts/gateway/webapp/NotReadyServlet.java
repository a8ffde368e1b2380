package com.keeptrusts.gateway.webapp;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stands where a gateway could not start; only {@code /healthz} is well. */
final class NotReadyServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final String reason;

  NotReadyServlet(String reason) {
    this.reason = reason;
  }

  @Override
  protected void service(HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException {
    boolean alive = clientRequest.getServletPath().equals("/healthz");
    // Paths of files are for operators: they ask for them here and nowhere else.
    boolean asked = clientRequest.getServletPath().equals("/readyz");
    clientResponse.setStatus(alive ? 200 : 503);
    clientResponse.setContentType("text/plain;charset=utf-8");
    clientResponse
        .getWriter()
        .println(alive ? "ok" : asked ? reason : "the gateway is not ready; see /readyz");
  }
}
