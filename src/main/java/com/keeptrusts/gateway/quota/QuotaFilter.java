package com.keeptrusts.gateway.quota;

import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.Hold;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.http.CurrentExchange;
import com.keeptrusts.gateway.http.ErrorWriter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;

/** May the group do this now? */
public final class QuotaFilter implements Filter {
  private final QuotaStore store;
  private final ErrorWriter errorWriter;
  private final InstantSource wallClock;
  private final RateLimitHeaders headers;

  public QuotaFilter(QuotaStore store, ErrorWriter errorWriter, InstantSource wallClock) {
    this.store = store;
    this.errorWriter = errorWriter;
    this.wallClock = wallClock;
    this.headers = new RateLimitHeaders(store);
  }

  @Override
  public void doFilter(
      ServletRequest clientRequest, ServletResponse clientResponse, FilterChain chain)
      throws IOException, ServletException {
    Exchange exchange = CurrentExchange.find(clientRequest).orElse(null);
    // Lists of models take no quota. After an async dispatch what was admitted stays admitted.
    if (exchange == null
        || exchange.hold() != Hold.NONE
        || admit(
            exchange, (HttpServletRequest) clientRequest, (HttpServletResponse) clientResponse)) {
      chain.doFilter(clientRequest, clientResponse);
    }
  }

  private boolean admit(
      Exchange exchange, HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException {
    String group = exchange.group().name();
    Instant at = wallClock.instant();
    Admission admission =
        store.admit(group, exchange.group().limits(), exchange.endpoint(), requestOf(exchange), at);
    if (admission instanceof Admission.Taken taken) {
      return begin(exchange, taken, at, clientResponse);
    }
    errorWriter.refuse(clientRequest, clientResponse, refusal(group, admission));
    return false;
  }

  private boolean begin(
      Exchange exchange, Admission.Taken taken, Instant at, HttpServletResponse clientResponse) {
    exchange.admit(taken, at);
    if (exchange.isEnded()) {
      // It ended while it was being admitted, and whoever ended it may not have seen the hold.
      taken.end(new Charge.Nothing());
      return false;
    }
    if (exchange.snapshot().rateLimitHeaders()) {
      headers.set(exchange.group(), clientResponse);
    }
    return true;
  }

  private static ModelRequest requestOf(Exchange exchange) {
    return exchange
        .modelRequest()
        .orElseThrow(() -> new IllegalStateException("no body has been read yet"));
  }

  private static Refusal refusal(String group, Admission admission) {
    return admission instanceof Admission.PromptTooLarge tooLarge
        ? QuotaRefusal.of(group, tooLarge)
        : QuotaRefusal.of(group, (Admission.Denied) admission);
  }
}
