package com.keeptrusts.gateway.store.journal;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.event.Intent;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.Result;
import com.keeptrusts.gateway.exchange.TokenUsage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is left of an exchange whose gateway was killed: the reservation stands as its usage. */
final class Interrupted {
  private static final String REASON = "interrupted";

  /** What the client was told is not known; it was the gateway's fault. */
  private static final int STATUS = 500;

  private Interrupted() {}

  static Event event(Intent intent) {
    return new Event(
        intent.id(),
        intent.timestamp(),
        intent.requestId(),
        intent.consumerGroup(),
        intent.keyId(),
        intent.principal(),
        intent.endpoint(),
        Optional.of(intent.model()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(intent.provider()),
        Optional.of(intent.target()),
        Result.ERROR,
        Event.Verdict.ALLOW,
        Optional.of(REASON),
        STATUS,
        intent.stream(),
        usage(intent),
        0,
        OptionalLong.empty(),
        0,
        Outcome.EndedBy.GATEWAY,
        List.of(),
        intent.configVersion());
  }

  private static TokenUsage usage(Intent intent) {
    long completion = Math.max(0, intent.reservedTokens() - intent.promptTokens());
    return TokenUsage.estimated(intent.promptTokens(), completion);
  }
}
