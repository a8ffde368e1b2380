package com.keeptrusts.gateway.exchange;

/** What an exchange costs its group in the end. */
public sealed interface Charge {
  /** Nothing at all: a later stage refused, so the request is given back too. */
  record Nothing() implements Charge {}

  /** The request counts, its tokens do not: the provider answered with an error. */
  record RequestOnly() implements Charge {}

  /** What was reserved stays: the provider was silent or died, and may have worked. */
  record Reserved() implements Charge {}

  /** The request and these tokens. */
  record Tokens(TokenUsage usage) implements Charge {}
}
