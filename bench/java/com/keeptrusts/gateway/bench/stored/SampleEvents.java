package com.keeptrusts.gateway.bench.stored;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Result;
import com.keeptrusts.gateway.exchange.TokenUsage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** Events as a busy gateway writes them: of 100 some 92 pass, two are flagged, six do not pass. */
final class SampleEvents {
  private static final List<String> MODELS = List.of("gpt-4o-mini", "gpt-4o", "o4-mini");

  private final int groups;
  private final Random random = new Random(42);
  private long number;

  SampleEvents(int groups) {
    this.groups = groups;
  }

  Event next(Instant at) {
    number++;
    int percent = random.nextInt(100);
    Result result =
        percent < 4
            ? Result.BLOCKED
            : percent < 6 ? Result.ERROR : percent < 8 ? Result.FLAGGED : Result.PASS;
    boolean isAnswered = result == Result.PASS || result == Result.FLAGGED;
    String model = MODELS.get(random.nextInt(MODELS.size()));
    return new Event(
        "evt_%026d".formatted(number),
        at,
        "req_%026d".formatted(number),
        "group-" + random.nextInt(groups),
        "api-key",
        Optional.empty(),
        Endpoint.CHAT_COMPLETIONS,
        Optional.of(model),
        isAnswered ? Optional.of(model + "-2024-07-18") : Optional.empty(),
        isAnswered ? Optional.of("chatcmpl-%020d".formatted(number)) : Optional.empty(),
        Optional.of("openai"),
        Optional.of("openai"),
        result,
        result == Result.BLOCKED ? Event.Verdict.BLOCK : Event.Verdict.ALLOW,
        reason(result),
        status(result),
        number % 3 == 0,
        isAnswered ? usage() : TokenUsage.NONE,
        isAnswered ? 200 + random.nextInt(4000) : 1.5,
        isAnswered ? OptionalLong.of(100 + random.nextInt(900)) : OptionalLong.empty(),
        0.6,
        isAnswered ? Outcome.EndedBy.PROVIDER : Outcome.EndedBy.GATEWAY,
        List.of(policy(result)),
        "3f2a9c1b7d04");
  }

  private TokenUsage usage() {
    long prompt = 20 + random.nextInt(2000);
    long completion = 10 + random.nextInt(600);
    return new TokenUsage(
        prompt, completion, prompt + completion, 0, 0, TokenUsage.Source.PROVIDER);
  }

  private static Optional<String> reason(Result result) {
    return switch (result) {
      case BLOCKED -> Optional.of("rate_limit_exceeded");
      case ERROR -> Optional.of("upstream_error");
      default -> Optional.empty();
    };
  }

  private static int status(Result result) {
    return switch (result) {
      case BLOCKED -> 429;
      case ERROR -> 502;
      default -> 200;
    };
  }

  private static PolicyOutcome policy(Result result) {
    return new PolicyOutcome(
        "basic-filter",
        "content_filter",
        PolicyOutcome.Phase.INPUT,
        result == Result.FLAGGED ? PolicyOutcome.Verdict.FLAGGED : PolicyOutcome.Verdict.PASSED,
        List.of(),
        12);
  }
}
