package com.keeptrusts.gateway.access;

import com.keeptrusts.gateway.exchange.Decision;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.Target;
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
import java.util.Optional;
import java.util.concurrent.Executor;

/** Lets a request on to a model that its group may use, and finds the target that serves it. */
public final class AccessFilter implements Filter {
  private final ErrorWriter errorWriter;
  private final ResponseAccess responses;

  /**
   * Guards models and responses.
   *
   * @param lookUps where the store may be asked without holding a container's thread
   */
  public AccessFilter(ErrorWriter errorWriter, ResponseOwners owners, Executor lookUps) {
    this.errorWriter = errorWriter;
    this.responses = new ResponseAccess(owners, lookUps);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest clientRequest = (HttpServletRequest) request;
    HttpServletResponse clientResponse = (HttpServletResponse) response;
    Exchange exchange = CurrentExchange.find(clientRequest).orElse(null);
    // A list of models needs no way; after an async dispatch the way is known.
    if (exchange == null || exchange.target().isPresent()) {
      chain.doFilter(clientRequest, clientResponse);
      return;
    }
    ModelRequest modelRequest = exchange.modelRequest().orElseThrow();
    Optional<Target> target = exchange.snapshot().targetFor(modelRequest.model());
    Decision decision = ModelAccess.decide(exchange.group(), modelRequest.model(), target);
    Optional<String> continued = modelRequest.previousResponseId();
    if (!(decision instanceof Decision.Deny) && continued.isPresent()) {
      Optional<Decision> verdict =
          responses.decide(clientRequest, continued.get(), exchange.group().name());
      if (verdict.isEmpty()) {
        return;
      }
      decision = verdict.get();
    }
    if (decision instanceof Decision.Deny deny) {
      errorWriter.refuse(clientRequest, clientResponse, deny.refusal());
      return;
    }
    exchange.route(target.orElseThrow());
    chain.doFilter(clientRequest, clientResponse);
  }
}
