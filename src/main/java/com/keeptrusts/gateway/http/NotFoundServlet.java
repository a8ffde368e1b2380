package com.keeptrusts.gateway.http;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Everything that nothing else serves; no file of the WAR is ever sent. */
public final class NotFoundServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void service(HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException {
    Refusal refusal =
        Refusal.of(ErrorCode.UNKNOWN_ENDPOINT, "There is nothing here; the API begins with /v1");
    byte[] body = ErrorBody.pretty(refusal).getBytes(StandardCharsets.UTF_8);
    clientResponse.setStatus(refusal.code().status());
    clientResponse.setContentType("application/json");
    clientResponse.setContentLength(body.length);
    clientResponse.getOutputStream().write(body);
  }
}
