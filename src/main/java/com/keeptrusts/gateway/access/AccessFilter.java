package com.keeptrusts.gateway.access;

import com.keeptrusts.gateway.exchange.Decision;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.http.CurrentExchange;
import com.keeptrusts.gateway.http.ErrorWriter;
import jakarta.servlet.AsyncContext;
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
  private static final String OWNER_ATTRIBUTE = AccessFilter.class.getName() + ".owner";

  private final ErrorWriter errorWriter;
  private final ResponseOwners owners;
  private final Executor lookUps;

  /**
   * Guards models and responses.
   *
   * @param lookUps where the store may be asked without holding a container's thread
   */
  public AccessFilter(ErrorWriter errorWriter, ResponseOwners owners, Executor lookUps) {
    this.errorWriter = errorWriter;
    this.owners = owners;
    this.lookUps = lookUps;
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
    if (decision instanceof Decision.Deny deny) {
      errorWriter.refuse(clientRequest, clientResponse, deny.refusal());
      return;
    }
    if (modelRequest.previousResponseId().isPresent()) {
      String responseId = modelRequest.previousResponseId().get();
      Optional<String> owner = owners.remembered(responseId).or(() -> storesAnswer(clientRequest));
      if (owner.isEmpty() && clientRequest.getAttribute(OWNER_ATTRIBUTE) == null) {
        askStore(clientRequest, responseId);
        return;
      }
      if (!owner.equals(Optional.of(exchange.group().name()))) {
        errorWriter.refuse(clientRequest, clientResponse, notFound(responseId));
        return;
      }
    }
    exchange.route(target.orElseThrow());
    chain.doFilter(clientRequest, clientResponse);
  }

  /** Where only the store can know, the request is put aside and dispatched again. */
  private void askStore(HttpServletRequest clientRequest, String responseId) {
    AsyncContext async = clientRequest.startAsync();
    async.setTimeout(0);
    lookUps.execute(
        () -> {
          Optional<String> owner = Optional.empty();
          try {
            owner = owners.lookUp(responseId);
          } finally {
            clientRequest.setAttribute(OWNER_ATTRIBUTE, owner);
            async.dispatch();
          }
        });
  }

  private static Optional<String> storesAnswer(HttpServletRequest clientRequest) {
    return clientRequest.getAttribute(OWNER_ATTRIBUTE) instanceof Optional<?> answer
        ? answer.map(String.class::cast)
        : Optional.empty();
  }

  private static Refusal notFound(String responseId) {
    return Refusal.of(
            ErrorCode.PREVIOUS_RESPONSE_NOT_FOUND,
            "Previous response with id '%s' not found".formatted(responseId))
        .with("param", "previous_response_id");
  }
}
