package com.keeptrusts.gateway.exchange;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway reads from a client's request; the rest of the body passes through untouched.
 *
 * @param model what the client asked for, or the endpoint's documented default
 * @param stream whether the client wants server-sent events
 * @param streamOptions where {@code stream_options} stands in the body; null when it is absent
 * @param promptTokens the estimate of what the model will read
 * @param outputTokensCap the largest of the client's own caps, times the number of choices
 * @param choices how many answers were asked for; at least 1
 * @param previousResponseId the response that this one continues
 * @param texts every text that the model will read; empty when nobody asked for them
 * @param tokenArrays whether part of the prompt is token ids, which no policy can read
 */
public record ModelRequest(
    ModelName model,
    boolean stream,
    @Nullable StreamOptions streamOptions,
    long promptTokens,
    OptionalLong outputTokensCap,
    long choices,
    Optional<String> previousResponseId,
    List<BodyText> texts,
    boolean tokenArrays) {
  public ModelRequest {
    texts = List.copyOf(texts);
  }

  /**
   * The client's {@code stream_options}.
   *
   * @param usageAsked whether {@code include_usage} is true
   * @param start offset of the value's first byte in the body
   * @param end offset after its last byte
   */
  public record StreamOptions(boolean usageAsked, int start, int end) {}

  /** Whether the client asked for the usage chunk itself. */
  public boolean usageAsked() {
    return streamOptions != null && streamOptions.usageAsked();
  }
}
