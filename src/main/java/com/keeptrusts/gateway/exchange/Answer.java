package com.keeptrusts.gateway.exchange;

import java.util.Optional;

/**
 * What was read from the provider's answer.
 *
 * @param model what answered, as the provider names it
 * @param responseId the provider's id of the answer
 * @param usage the provider's own count; empty when it was silent
 * @param observedTokens the estimate of what passed, for when it was
 */
public record Answer(
    Optional<String> model,
    Optional<String> responseId,
    Optional<TokenUsage> usage,
    long observedTokens) {
  /** Nothing came. */
  public static final Answer NONE =
      new Answer(Optional.empty(), Optional.empty(), Optional.empty(), 0);
}
