package com.keeptrusts.gateway.accounting;

import com.keeptrusts.gateway.exchange.Answer;
import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.TokenUsage;

/**
 * What an exchange costs, by how it ended. The event's total is always what the day is charged, so
 * that the day can be added up again from events.
 */
record Settlement(Charge charge, TokenUsage usage) {
  private static final Settlement NOTHING = new Settlement(new Charge.Nothing(), TokenUsage.NONE);
  private static final Settlement REQUEST_ONLY =
      new Settlement(new Charge.RequestOnly(), TokenUsage.NONE);

  static Settlement of(Exchange exchange, Outcome outcome) {
    return switch (outcome.ending()) {
      case REFUSED -> NOTHING;
      case PROVIDER_ERROR -> REQUEST_ONLY;
      case ANSWERED -> answered(exchange);
      case CLIENT_LEFT -> exchange.sentNanos() == 0 ? NOTHING : answered(exchange);
      case PROVIDER_LOST, GATEWAY_FAULT -> exchange.sentNanos() == 0 ? NOTHING : lost(exchange);
    };
  }

  private static Settlement answered(Exchange exchange) {
    if (!exchange.endpoint().countsTokens()) {
      return REQUEST_ONLY;
    }
    Answer answer = exchange.answer();
    TokenUsage usage =
        answer
            .usage()
            .orElseGet(() -> TokenUsage.estimated(promptTokens(exchange), answer.observedTokens()));
    return new Settlement(new Charge.Tokens(usage), usage);
  }

  /** The provider may have worked: what was reserved stays, or what passed if that was more. */
  private static Settlement lost(Exchange exchange) {
    if (!exchange.endpoint().countsTokens()) {
      return REQUEST_ONLY;
    }
    if (exchange.answer().usage().isPresent()) {
      return answered(exchange);
    }
    long prompt = promptTokens(exchange);
    long reserved = exchange.hold().reservedTokens();
    long passed = prompt + exchange.answer().observedTokens();
    if (passed > reserved) {
      return answered(exchange);
    }
    return new Settlement(
        new Charge.Reserved(),
        TokenUsage.estimated(Math.min(prompt, reserved), Math.max(0, reserved - prompt)));
  }

  private static long promptTokens(Exchange exchange) {
    return exchange.modelRequest().map(ModelRequest::promptTokens).orElse(0L);
  }
}
