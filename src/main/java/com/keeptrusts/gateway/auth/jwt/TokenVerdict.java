package com.keeptrusts.gateway.auth.jwt;

import com.keeptrusts.gateway.exchange.sso.Identity;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What is to be thought of a token. */
public sealed interface TokenVerdict {
  /** It is no token, or none of an issuer that is configured. */
  record NotOurs() implements TokenVerdict {}

  /** It can be believed. */
  record Valid(Identity identity) implements TokenVerdict {}

  /**
   * It says that it is of a configured issuer, and cannot be believed.
   *
   * @param reason for whoever sent it, as in {@code it has expired}
   */
  record Invalid(String reason) implements TokenVerdict {}

  /** Nobody can say now: the issuer's keys are not known, and not to be had at once. */
  record Undecided(String issuer, Duration retryAfter) implements TokenVerdict {}

  /** Keys that may decide are on their way: ask again when they are here. */
  record Waiting(CompletableFuture<Void> keys, Undecided otherwise) implements TokenVerdict {}
}
