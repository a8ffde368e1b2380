package com.keeptrusts.gateway.exchange;

/**
 * The tokens of one exchange and who counted them.
 *
 * @param promptTokens tokens that the model read
 * @param completionTokens tokens that the model wrote, reasoning included
 * @param totalTokens what the provider calls the total; prompt and completion where it names none
 * @param cachedTokens the part of the prompt that the provider had cached
 * @param reasoningTokens the part of the completion that was reasoning
 * @param source who counted; a zero that was reported is not the same as nothing known
 */
public record TokenUsage(
    long promptTokens,
    long completionTokens,
    long totalTokens,
    long cachedTokens,
    long reasoningTokens,
    Source source) {

  /** Who counted the tokens. */
  public enum Source {
    PROVIDER,
    ESTIMATED,
    NONE
  }

  /** No tokens: nothing was sent to a model, or the endpoint costs none. */
  public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0, 0, Source.NONE);

  /** An estimate by the gateway, where the provider was silent. */
  public static TokenUsage estimated(long promptTokens, long completionTokens) {
    return new TokenUsage(
        promptTokens,
        completionTokens,
        Math.addExact(promptTokens, completionTokens),
        0,
        0,
        Source.ESTIMATED);
  }
}
