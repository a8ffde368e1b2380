package com.keeptrusts.gateway.quickstart;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer is told to have cost, in the words of each dialect. */
record Usage(int prompt, int completion, int cached, int reasoning) {
  /**
   * Counts an answer.
   *
   * @param visible tokens of the answer's text, over all choices
   * @return empty when the provider never tells
   */
  static Optional<Usage> of(MockBehaviour behaviour, long promptCharacters, int visible) {
    if (behaviour.has(Quirk.NO_USAGE)) {
      return Optional.empty();
    }
    if (behaviour.has(Quirk.ZERO_USAGE)) {
      return Optional.of(new Usage(0, 0, 0, 0));
    }
    int reasoning = behaviour.answer().reasoningTokens();
    return Optional.of(
        new Usage(
            MockTokens.ofCharacters(promptCharacters),
            visible + reasoning,
            behaviour.answer().cachedTokens(),
            reasoning));
  }

  int total() {
    return prompt + completion;
  }

  /** As chat and completions have it. */
  Map<String, @Nullable Object> asChat() {
    return Json.object(
        "prompt_tokens", prompt,
        "completion_tokens", completion,
        "total_tokens", total(),
        "prompt_tokens_details", Json.object("cached_tokens", cached, "audio_tokens", 0),
        "completion_tokens_details",
            Json.object(
                "reasoning_tokens", reasoning,
                "audio_tokens", 0,
                "accepted_prediction_tokens", 0,
                "rejected_prediction_tokens", 0));
  }

  /** As responses have it. */
  Map<String, @Nullable Object> asResponse() {
    return Json.object(
        "input_tokens", prompt,
        "input_tokens_details", Json.object("cached_tokens", cached),
        "output_tokens", completion,
        "output_tokens_details", Json.object("reasoning_tokens", reasoning),
        "total_tokens", total());
  }

  /** As embeddings have it. */
  Map<String, @Nullable Object> asEmbedding() {
    return Json.object("prompt_tokens", prompt, "total_tokens", prompt);
  }

  /**
   * As images and transcripts have it.
   *
   * @param media the other kind of input beside text, as in {@code audio}
   */
  Map<String, @Nullable Object> asMedia(String media) {
    return Json.object(
        "input_tokens",
        prompt,
        "input_tokens_details",
        Json.object("text_tokens", prompt, media + "_tokens", 0),
        "output_tokens",
        completion,
        "total_tokens",
        total());
  }
}
