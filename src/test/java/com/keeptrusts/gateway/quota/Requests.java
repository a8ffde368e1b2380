package com.keeptrusts.gateway.quota;

import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.ModelName;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.RateLimits;
import com.keeptrusts.gateway.exchange.TokenUsage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Requests, limits and charges in few words. */
final class Requests {
  private Requests() {}

  /** A prompt with a cap, so that the reservation is their sum while nothing is learned. */
  static ModelRequest of(long promptTokens, long cap) {
    return of("gpt-4o-mini", promptTokens, OptionalLong.of(cap), 1);
  }

  static ModelRequest uncapped(long promptTokens) {
    return of("gpt-4o-mini", promptTokens, OptionalLong.empty(), 1);
  }

  static ModelRequest of(String model, long promptTokens, OptionalLong cap, long choices) {
    return new ModelRequest(
        new ModelName(model),
        false,
        null,
        promptTokens,
        cap,
        choices,
        Optional.empty(),
        List.of(),
        false);
  }

  static RateLimits perMinute(long requests) {
    return limits(requests, null, null, null);
  }

  static RateLimits limits(Long requests, Long tokens, Long tokensPerDay, Long concurrent) {
    return new RateLimits(
        optional(requests),
        optional(tokens),
        optional(tokensPerDay),
        optional(concurrent),
        Optional.empty());
  }

  static RateLimits burst(long perSecond, long size) {
    RateLimits none = RateLimits.NONE;
    return new RateLimits(
        none.requestsPerMinute(),
        none.tokensPerMinute(),
        none.tokensPerDay(),
        none.maxConcurrentRequests(),
        Optional.of(new RateLimits.Burst(perSecond, size)));
  }

  static Charge spent(long prompt, long completion) {
    return new Charge.Tokens(
        new TokenUsage(prompt, completion, prompt + completion, 0, 0, TokenUsage.Source.PROVIDER));
  }

  private static OptionalLong optional(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
