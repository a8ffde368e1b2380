package com.keeptrusts.gateway.auth;

import com.keeptrusts.gateway.exchange.ApiKey;
import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Refusal;
import java.time.Duration;

/** How those who are not let in are told. */
final class AuthRefusals {
  private AuthRefusals() {}

  /** The same words whatever was wrong with the key: a guesser learns nothing. */
  static Refusal unknownKey() {
    return Refusal.of(
            ErrorCode.INVALID_API_KEY,
            "The API key is missing or not valid; send one key of your consumer group"
                + " as 'Authorization: Bearer KEY'")
        .withHeader("WWW-Authenticate", "Bearer");
  }

  /** Whoever holds a token can read it, so it may be said what is wrong. */
  static Refusal badToken(String reason) {
    return Refusal.of(ErrorCode.INVALID_TOKEN, "The token is not valid: " + reason)
        .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
  }

  static Refusal tooManyFailures(Duration wait) {
    return Refusal.of(
            ErrorCode.RATE_LIMIT_EXCEEDED,
            "Too many requests with invalid API keys came from this address")
        .with("retry_after_seconds", wait.toSeconds() + 1)
        .withHeader("Retry-After", String.valueOf(wait.toSeconds() + 1))
        .withHeader("retry-after-ms", String.valueOf(wait.toMillis() + 1));
  }

  static Refusal disabled(ConsumerGroup group) {
    return Refusal.of(
        ErrorCode.GROUP_DISABLED, "Consumer group '" + group.name() + "' is disabled");
  }

  static Refusal disabled(ConsumerGroup group, ApiKey key) {
    return group.enabled()
        ? Refusal.of(
            ErrorCode.GROUP_DISABLED,
            "API key '" + key.id() + "' of consumer group '" + group.name() + "' is disabled")
        : disabled(group);
  }

  static Refusal otherSite() {
    return Refusal.of(
        ErrorCode.INVALID_REQUEST,
        "A page of another site sent this request with your login; send a key or a token instead");
  }
}
