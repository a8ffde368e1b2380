package com.keeptrusts.gateway.access;

import com.keeptrusts.gateway.exchange.Decision;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Whether a request may go on with an earlier response: only its own group may. */
final class ResponseAccess {
  private static final String OWNER_ATTRIBUTE = ResponseAccess.class.getName() + ".owner";

  private final ResponseOwners owners;
  private final Executor lookUps;

  ResponseAccess(ResponseOwners owners, Executor lookUps) {
    this.owners = owners;
    this.lookUps = lookUps;
  }

  /**
   * Decides; where only the store can know, the request is put aside and dispatched again.
   *
   * @return empty when the request has been put aside
   */
  Optional<Decision> decide(HttpServletRequest clientRequest, String responseId, String group) {
    Optional<String> owner = owners.remembered(responseId).or(() -> storesAnswer(clientRequest));
    if (owner.isEmpty() && clientRequest.getAttribute(OWNER_ATTRIBUTE) == null) {
      askStore(clientRequest, responseId);
      return Optional.empty();
    }
    return Optional.of(
        owner.equals(Optional.of(group))
            ? Decision.ALLOW
            : new Decision.Deny(notFound(responseId)));
  }

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
