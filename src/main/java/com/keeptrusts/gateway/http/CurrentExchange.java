package com.keeptrusts.gateway.http;

import com.keeptrusts.gateway.exchange.Exchange;
import jakarta.servlet.ServletRequest;
import java.util.Optional;

/** Where a request carries its exchange along the chain. */
public final class CurrentExchange {
  private static final String ATTRIBUTE = CurrentExchange.class.getName();

  private CurrentExchange() {}

  /** The exchange; empty before the key was recognised. */
  public static Optional<Exchange> find(ServletRequest request) {
    return Optional.ofNullable((Exchange) request.getAttribute(ATTRIBUTE));
  }

  /**
   * The exchange, behind the auth filter.
   *
   * @throws IllegalStateException when the chain is in the wrong order
   */
  public static Exchange of(ServletRequest request) {
    return find(request).orElseThrow(() -> new IllegalStateException("no exchange yet"));
  }

  public static void set(ServletRequest request, Exchange exchange) {
    request.setAttribute(ATTRIBUTE, exchange);
  }
}
