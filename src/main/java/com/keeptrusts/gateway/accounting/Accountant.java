package com.keeptrusts.gateway.accounting;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.event.EventLog;
import com.keeptrusts.gateway.exchange.Answer;
import com.keeptrusts.gateway.exchange.Completion;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Result;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.exchange.TokenUsage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Ends an exchange: settles its quota and writes its event, each once. */
public final class Accountant implements Completion.Listener {
  private final EventLog eventLog;
  private final ResponseLedger responses;
  private final LongSupplier nanos;

  public Accountant(EventLog eventLog, ResponseLedger responses, LongSupplier nanos) {
    this.eventLog = eventLog;
    this.responses = responses;
    this.nanos = nanos;
  }

  /** Hears which group created which response, so that only that group continues it. */
  public interface ResponseLedger {
    /** Notes the owner. */
    void note(String responseId, String group);
  }

  @Override
  public void onEnd(Exchange exchange, Outcome outcome) {
    Settlement settlement = Settlement.of(exchange, outcome);
    exchange.hold().end(settlement.charge());
    if (exchange.endpoint() == Endpoint.RESPONSES) {
      exchange.answer().responseId().ifPresent(id -> responses.note(id, exchange.group().name()));
    }
    eventLog.record(event(exchange, outcome, settlement.usage()));
  }

  private Event event(Exchange exchange, Outcome outcome, TokenUsage usage) {
    long now = nanos.getAsLong();
    Answer answer = exchange.answer();
    Optional<ModelRequest> asked = exchange.modelRequest();
    Result result = result(exchange, outcome);
    return new Event(
        exchange.eventId(),
        exchange.timestamp(),
        exchange.requestId(),
        exchange.group().name(),
        exchange.keyId(),
        exchange.principal(),
        exchange.endpoint(),
        asked.map(read -> read.model().value()),
        answer.model(),
        answer.responseId(),
        exchange.target().map(Target::provider),
        exchange.target().map(Target::id),
        result,
        verdict(result),
        outcome.reason(),
        outcome.httpStatus(),
        asked.map(ModelRequest::stream).orElse(false),
        usage,
        millis(now - exchange.startedNanos()),
        firstByteMillis(exchange),
        gatewayMillis(exchange, now),
        outcome.endedBy(),
        exchange.policyOutcomes(),
        exchange.snapshot().version());
  }

  private static Result result(Exchange exchange, Outcome outcome) {
    return switch (outcome.ending()) {
      case REFUSED -> outcome.refusedAs().orElse(Result.ERROR);
      case PROVIDER_ERROR, PROVIDER_LOST, GATEWAY_FAULT -> Result.ERROR;
      case ANSWERED, CLIENT_LEFT ->
          outcome.refusedAs().orElseGet(() -> found(exchange.policyOutcomes()));
    };
  }

  private static Result found(List<PolicyOutcome> policies) {
    Result result = Result.PASS;
    for (PolicyOutcome policy : policies) {
      if (policy.outcome() == PolicyOutcome.Verdict.REDACTED) {
        return Result.MODIFIED;
      }
      if (policy.outcome() == PolicyOutcome.Verdict.FLAGGED) {
        result = Result.FLAGGED;
      }
    }
    return result;
  }

  private static Event.Verdict verdict(Result result) {
    return switch (result) {
      case BLOCKED -> Event.Verdict.BLOCK;
      case MODIFIED -> Event.Verdict.REDACT;
      case PASS, FLAGGED, ERROR -> Event.Verdict.ALLOW;
    };
  }

  private static OptionalLong firstByteMillis(Exchange exchange) {
    return exchange.firstByteNanos() == 0
        ? OptionalLong.empty()
        : OptionalLong.of((exchange.firstByteNanos() - exchange.startedNanos()) / 1_000_000);
  }

  private static double gatewayMillis(Exchange exchange, long now) {
    long left = exchange.sentNanos() == 0 ? now : exchange.sentNanos();
    return millis(left - exchange.startedNanos());
  }

  /** With microseconds, since the gateway's own part is a fraction of a millisecond. */
  private static double millis(long nanos) {
    return Math.floorDiv(nanos, 1_000) / 1_000.0;
  }
}
