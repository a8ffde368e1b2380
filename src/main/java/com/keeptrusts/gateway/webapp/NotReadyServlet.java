package com.keeptrusts.gateway.webapp;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.http.ErrorBody;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stands where a gateway could not start; only {@code /healthz} is well. */
final class NotReadyServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private static final Refusal NOT_READY =
      Refusal.of(ErrorCode.GATEWAY_NOT_READY, "The gateway is not ready; see /readyz");

  private final String reason;

  NotReadyServlet(String reason) {
    this.reason = reason;
  }

  @Override
  protected void service(HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException {
    switch (clientRequest.getServletPath()) {
      case "/healthz" -> answer(clientResponse, 200, "text/plain;charset=utf-8", "ok");
      // Paths of files are for operators: they ask for them here and nowhere else.
      case "/readyz" -> answer(clientResponse, 503, "text/plain;charset=utf-8", reason);
      default -> answer(clientResponse, 503, "application/json", ErrorBody.pretty(NOT_READY));
    }
  }

  private static void answer(
      HttpServletResponse clientResponse, int status, String contentType, String body)
      throws IOException {
    clientResponse.setStatus(status);
    clientResponse.setContentType(contentType);
    clientResponse.getWriter().println(body);
  }
}
