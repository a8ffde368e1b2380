package com.keeptrusts.gateway.http;

import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The one place that writes the gateway's own errors. */
public final class ErrorWriter {
  private final StandingHeaders standingHeaders;
  private final Consumer<ErrorCode> unmetered;

  public ErrorWriter(StandingHeaders standingHeaders) {
    this(standingHeaders, code -> {});
  }

  /**
   * Writes errors.
   *
   * @param unmetered hears of refusals that leave no event
   */
  public ErrorWriter(StandingHeaders standingHeaders, Consumer<ErrorCode> unmetered) {
    this.standingHeaders = standingHeaders;
    this.unmetered = unmetered;
  }

  /**
   * Ends the request's exchange, if it has one, and answers with the refusal. Its length is left to
   * the container: it knows it when the dispatch ends, and sends it then without waiting for a
   * client that does not read.
   */
  public void refuse(
      HttpServletRequest clientRequest, HttpServletResponse clientResponse, Refusal refusal)
      throws IOException {
    boolean bodyIsLeft = IncomingBody.isLeft(clientRequest);
    if (bodyIsLeft) {
      // A server that has to close for that closes in silence, under the client's next request.
      clientResponse.setHeader("Connection", "close");
    }
    byte[] answer = prepare(clientRequest, clientResponse, refusal);
    if (bodyIsLeft && UnwantedBody.canBeDiscarded(clientRequest)) {
      UnwantedBody.discardBehind(answer, clientRequest, clientResponse);
    } else {
      clientResponse.getOutputStream().write(answer);
    }
  }

  /** The same but for the body, which is returned, and its length. */
  public byte[] prepare(
      HttpServletRequest clientRequest, HttpServletResponse clientResponse, Refusal refusal) {
    CurrentExchange.find(clientRequest)
        .ifPresentOrElse(
            exchange -> exchange.end(Outcome.refused(refusal)),
            () -> unmetered.accept(refusal.code()));
    mark(clientRequest, clientResponse);
    byte[] body = ErrorBody.pretty(refusal).getBytes(StandardCharsets.UTF_8);
    clientResponse.setStatus(refusal.code().status());
    refusal.headers().forEach(clientResponse::setHeader);
    clientResponse.setContentType("application/json");
    return body;
  }

  /** Sets the headers that every answer carries, after a reset has removed them. */
  public void mark(HttpServletRequest clientRequest, HttpServletResponse clientResponse) {
    if (Arrival.isNoted(clientRequest)) {
      clientResponse.setHeader(
          ExchangeFilter.REQUEST_ID_HEADER, Arrival.of(clientRequest).requestId());
    }
    if (Caller.isKnown(clientRequest)) {
      Caller caller = Caller.of(clientRequest);
      clientResponse.setHeader(Caller.GROUP_HEADER, caller.group().name());
      if (caller.snapshot().rateLimitHeaders()) {
        standingHeaders.set(caller.group(), clientResponse);
      }
    }
  }
}
