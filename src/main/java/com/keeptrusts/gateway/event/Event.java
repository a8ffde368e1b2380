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

/**
 * One metered exchange, refused ones included. Never a prompt, an answer, a key or a matched text.
 *
 * @param id {@code evt_} and a ULID
 * @param timestamp when it was admitted, or came if it was not
 * @param keyId which of the group's keys it was, or by which door an identity came
 * @param principal who it was, or their pseudonym; empty for API keys
 * @param verdict {@code allow}, {@code redact} or {@code block}: what the policies and limits said
 * @param reason the error code; empty when it passed
 * @param latencyMillis from arrival to end
 * @param timeToFirstByteMillis from arrival to the answer's first byte
 * @param gatewayMillis the part of the latency before the request left for the provider
 */
public record Event(
    String id,
    Instant timestamp,
    String requestId,
    String consumerGroup,
    String keyId,
    Optional<String> principal,
    Endpoint endpoint,
    Optional<String> model,
    Optional<String> responseModel,
    Optional<String> responseId,
    Optional<String> provider,
    Optional<String> target,
    Result result,
    Verdict verdict,
    Optional<String> reason,
    int httpStatus,
    boolean stream,
    TokenUsage usage,
    double latencyMillis,
    OptionalLong timeToFirstByteMillis,
    double gatewayMillis,
    Outcome.EndedBy endedBy,
    List<PolicyOutcome> policies,
    String configVersion) {
  public Event {
    policies = List.copyOf(policies);
  }

  /** What limits and policies said of the exchange. */
  public enum Verdict {
    ALLOW,
    REDACT,
    BLOCK
  }
}
