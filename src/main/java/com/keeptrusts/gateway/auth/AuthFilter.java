package com.keeptrusts.gateway.auth;

import com.keeptrusts.gateway.config.KeyHash;
import com.keeptrusts.gateway.exchange.ApiKey;
import com.keeptrusts.gateway.exchange.Completion;
import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.exchange.sso.Identity;
import com.keeptrusts.gateway.http.Arrival;
import com.keeptrusts.gateway.http.Caller;
import com.keeptrusts.gateway.http.CurrentExchange;
import com.keeptrusts.gateway.http.ErrorWriter;
import com.keeptrusts.gateway.http.PresentedKey;
import com.keeptrusts.gateway.http.RequestPath;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * From key, or from who somebody is, to consumer group; a POST of a known group begins an exchange
 * here. A known key always counts; only without one the doors of single sign-on are asked.
 */
public final class AuthFilter implements Filter {
  private final Supplier<Snapshot> configuration;
  private final IdentityGate gate;
  private final PrincipalNames principals;
  private final ErrorWriter errorWriter;
  private final Completion.Listener onEnd;
  private final Supplier<String> eventIds;

  public AuthFilter(
      Supplier<Snapshot> configuration,
      IdentityGate gate,
      PrincipalNames principals,
      ErrorWriter errorWriter,
      Completion.Listener onEnd,
      Supplier<String> eventIds) {
    this.configuration = configuration;
    this.gate = gate;
    this.principals = principals;
    this.errorWriter = errorWriter;
    this.onEnd = onEnd;
    this.eventIds = eventIds;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest clientRequest = (HttpServletRequest) request;
    HttpServletResponse clientResponse = (HttpServletResponse) response;
    if (Caller.isKnown(clientRequest)
        || isLetIn(clientRequest, clientResponse, configuration.get())) {
      chain.doFilter(clientRequest, clientResponse);
    }
  }

  /** Whether to go on; if not, the request has its answer, or is put aside and will come again. */
  private boolean isLetIn(
      HttpServletRequest clientRequest, HttpServletResponse clientResponse, Snapshot snapshot)
      throws IOException {
    Optional<ApiKey> key =
        PresentedKey.of(clientRequest)
            .map(presented -> snapshot.keys().get(KeyHash.of(presented)))
            .filter(known -> !known.isExpired(Arrival.of(clientRequest).at()));
    if (key.isPresent()) {
      return isLetIn(clientRequest, clientResponse, snapshot, key.get());
    }
    IdentityGate.Passage passage =
        snapshot.sso().isEmpty() || PresentedKey.isContradictory(clientRequest)
            ? new IdentityGate.Passage.Nobody()
            : gate.pass(clientRequest, clientResponse, snapshot.sso().get());
    if (passage instanceof IdentityGate.Passage.Somebody somebody) {
      return isLetIn(clientRequest, clientResponse, snapshot, somebody.identity());
    }
    if (passage instanceof IdentityGate.Passage.Nobody) {
      Refusal refusal = gate.failed(clientRequest, AuthRefusals.unknownKey());
      errorWriter.refuse(clientRequest, clientResponse, refusal);
    }
    return false;
  }

  private boolean isLetIn(
      HttpServletRequest clientRequest,
      HttpServletResponse clientResponse,
      Snapshot snapshot,
      ApiKey key)
      throws IOException {
    ConsumerGroup group = Objects.requireNonNull(snapshot.groups().get(key.group()));
    begin(clientRequest, clientResponse, new Caller(snapshot, group, key.id()), Optional.empty());
    if (!group.enabled() || !key.enabled()) {
      errorWriter.refuse(clientRequest, clientResponse, AuthRefusals.disabled(group, key));
      return false;
    }
    return true;
  }

  private boolean isLetIn(
      HttpServletRequest clientRequest,
      HttpServletResponse clientResponse,
      Snapshot snapshot,
      Identity identity)
      throws IOException {
    GroupChoice choice = GroupChoice.of(clientRequest, snapshot, identity);
    if (choice instanceof GroupChoice.Out out) {
      errorWriter.refuse(clientRequest, clientResponse, out.refusal());
      return false;
    }
    ConsumerGroup group = ((GroupChoice.In) choice).group();
    Caller caller = new Caller(snapshot, group, identity.door().word());
    Optional<String> principal = snapshot.sso().flatMap(sso -> principals.of(identity, sso));
    begin(clientRequest, clientResponse, caller, principal);
    if (!group.enabled()) {
      errorWriter.refuse(clientRequest, clientResponse, AuthRefusals.disabled(group));
      return false;
    }
    return true;
  }

  private void begin(
      HttpServletRequest clientRequest,
      HttpServletResponse clientResponse,
      Caller caller,
      Optional<String> principal) {
    caller.note(clientRequest, clientResponse);
    if (!clientRequest.getMethod().equals("POST")) {
      return;
    }
    Arrival arrival = Arrival.of(clientRequest);
    CurrentExchange.set(
        clientRequest,
        new Exchange(
            arrival.requestId(),
            eventIds.get(),
            arrival.at(),
            arrival.nanos(),
            Endpoint.at(RequestPath.belowApi(clientRequest)).orElse(Endpoint.UNKNOWN),
            caller.snapshot(),
            caller.group(),
            caller.keyId(),
            principal,
            onEnd));
  }
}
