package com.keeptrusts.gateway.http;

import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The one place that writes the gateway's own errors. */
public final class ErrorWriter {
  private final StandingHeaders standingHeaders;

  public ErrorWriter(StandingHeaders standingHeaders) {
    this.standingHeaders = standingHeaders;
  }

  /** Ends the request's exchange, if it has one, and answers with the refusal. */
  public void refuse(
      HttpServletRequest clientRequest, HttpServletResponse clientResponse, Refusal refusal)
      throws IOException {
    Exchange exchange = CurrentExchange.find(clientRequest).orElse(null);
    if (exchange != null) {
      exchange.end(Outcome.refused(refusal));
      if (exchange.snapshot().rateLimitHeaders()) {
        standingHeaders.set(exchange.group(), clientResponse);
      }
    }
    byte[] body = ErrorBody.pretty(refusal).getBytes(StandardCharsets.UTF_8);
    clientResponse.setStatus(refusal.code().status());
    refusal.headers().forEach(clientResponse::setHeader);
    clientResponse.setContentType("application/json");
    clientResponse.setContentLength(body.length);
    clientResponse.getOutputStream().write(body);
  }
}
