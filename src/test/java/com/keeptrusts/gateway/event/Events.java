package com.keeptrusts.gateway.event;

import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Result;
import com.keeptrusts.gateway.exchange.TokenUsage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Events and intents for tests, usual ones unless a test says otherwise. */
public final class Events {
  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final String id;
  private Instant timestamp = NOON;
  private String group = "marketing";
  private Optional<String> principal = Optional.empty();
  private Endpoint endpoint = Endpoint.CHAT_COMPLETIONS;
  private String model = "gpt-4o-mini";
  private String responseId = "chatcmpl-1";
  private Result result = Result.PASS;
  private long tokens = 10;
  private List<PolicyOutcome> policies = List.of();

  private Events(String id) {
    this.id = id;
  }

  public static Events event(String id) {
    return new Events(id);
  }

  public static Intent intent(String id) {
    return intent(id, NOON, 30, 100);
  }

  public static Intent intent(String id, Instant at, long prompt, long reserved) {
    return new Intent(
        id,
        at,
        "req_" + id,
        "marketing",
        "key1",
        Optional.empty(),
        Endpoint.CHAT_COMPLETIONS,
        "gpt-4o-mini",
        "openai",
        "openai",
        true,
        prompt,
        reserved,
        "v1");
  }

  public Events at(Instant at) {
    timestamp = at;
    return this;
  }

  public Events group(String name) {
    group = name;
    return this;
  }

  public Events principal(String name) {
    principal = Optional.of(name);
    return this;
  }

  public Events endpoint(Endpoint other) {
    endpoint = other;
    return this;
  }

  public Events model(String name) {
    model = name;
    return this;
  }

  public Events responseId(String other) {
    responseId = other;
    return this;
  }

  public Events result(Result other) {
    result = other;
    return this;
  }

  public Events tokens(long count) {
    tokens = count;
    return this;
  }

  public Events policy(String name, PolicyOutcome.Verdict verdict) {
    policies =
        List.of(
            new PolicyOutcome(
                name, "pii_detector", PolicyOutcome.Phase.INPUT, verdict, List.of("ssn"), 12));
    return this;
  }

  public Event build() {
    return new Event(
        id,
        timestamp,
        "req_" + id,
        group,
        "key1",
        principal,
        endpoint,
        Optional.of(model),
        Optional.of(model + "-2024"),
        Optional.of(responseId),
        Optional.of("openai"),
        Optional.of("openai"),
        result,
        Event.Verdict.ALLOW,
        Optional.empty(),
        200,
        false,
        new TokenUsage(tokens - tokens / 4, tokens / 4, tokens, 1, 2, TokenUsage.Source.PROVIDER),
        285.125,
        OptionalLong.of(120),
        1.5,
        Outcome.EndedBy.PROVIDER,
        policies,
        "v1");
  }
}
