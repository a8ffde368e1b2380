package com.keeptrusts.gateway.auth;

import com.keeptrusts.gateway.config.KeyHash;
import com.keeptrusts.gateway.exchange.ApiKey;
import com.keeptrusts.gateway.exchange.Completion;
import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.Snapshot;
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
import java.util.function.Supplier;

/** From key to consumer group; a POST of a known group begins an exchange here. */
public final class AuthFilter implements Filter {
  private final Supplier<Snapshot> configuration;
  private final ErrorWriter errorWriter;
  private final Completion.Listener onEnd;
  private final Supplier<String> eventIds;
  private final FailedKeyLimit failedKeys = new FailedKeyLimit();

  public AuthFilter(
      Supplier<Snapshot> configuration,
      ErrorWriter errorWriter,
      Completion.Listener onEnd,
      Supplier<String> eventIds) {
    this.configuration = configuration;
    this.errorWriter = errorWriter;
    this.onEnd = onEnd;
    this.eventIds = eventIds;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest clientRequest = (HttpServletRequest) request;
    HttpServletResponse clientResponse = (HttpServletResponse) response;
    if (Caller.isKnown(clientRequest)) {
      chain.doFilter(clientRequest, clientResponse);
      return;
    }
    Snapshot snapshot = configuration.get();
    ApiKey key =
        PresentedKey.of(clientRequest)
            .map(presented -> snapshot.keys().get(KeyHash.of(presented)))
            .filter(known -> !known.isExpired(Arrival.of(clientRequest).at()))
            .orElse(null);
    if (key == null) {
      errorWriter.refuse(clientRequest, clientResponse, unknownKey(clientRequest));
      return;
    }
    ConsumerGroup group = Objects.requireNonNull(snapshot.groups().get(key.group()));
    new Caller(snapshot, group, key.id()).note(clientRequest, clientResponse);
    begin(clientRequest, snapshot, group, key);
    if (!group.enabled() || !key.enabled()) {
      errorWriter.refuse(clientRequest, clientResponse, disabled(group, key));
      return;
    }
    chain.doFilter(clientRequest, clientResponse);
  }

  private void begin(
      HttpServletRequest clientRequest, Snapshot snapshot, ConsumerGroup group, ApiKey key) {
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
            snapshot,
            group,
            key.id(),
            onEnd));
  }

  /** The same words whatever was wrong with the key: a guesser learns nothing. */
  private Refusal unknownKey(HttpServletRequest clientRequest) {
    return failedKeys
        .failed(clientRequest.getRemoteAddr())
        .map(
            wait ->
                Refusal.of(
                        ErrorCode.RATE_LIMIT_EXCEEDED,
                        "Too many requests with invalid API keys came from this address")
                    .with("retry_after_seconds", wait.toSeconds() + 1)
                    .withHeader("Retry-After", String.valueOf(wait.toSeconds() + 1))
                    .withHeader("retry-after-ms", String.valueOf(wait.toMillis() + 1)))
        .orElseGet(
            () ->
                Refusal.of(
                        ErrorCode.INVALID_API_KEY,
                        "The API key is missing or not valid; send one key of your consumer group"
                            + " as 'Authorization: Bearer KEY'")
                    .withHeader("WWW-Authenticate", "Bearer"));
  }

  private static Refusal disabled(ConsumerGroup group, ApiKey key) {
    return Refusal.of(
        ErrorCode.GROUP_DISABLED,
        group.enabled()
            ? "API key '" + key.id() + "' of consumer group '" + group.name() + "' is disabled"
            : "Consumer group '" + group.name() + "' is disabled");
  }
}
