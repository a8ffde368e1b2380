package com.keeptrusts.gateway.quickstart;

import java.util.OptionalInt;

/**
 * What an answer says.
 *
 * @param chunks how many pieces the text has, repeated or cut to fit; empty for the text as it is
 * @param pieceLength characters in a piece, which is one stream event
 * @param cachedTokens the part of the prompt that is told to be cached
 * @param reasoningTokens told on top of the text's own tokens
 */
public record AnswerShape(
    String text, OptionalInt chunks, int pieceLength, int cachedTokens, int reasoningTokens) {
  /** 150 characters: 38 tokens in 38 pieces. */
  static final AnswerShape DEFAULT =
      new AnswerShape(
          "Hello from the mock provider. It gives every prompt this same answer, counts four"
              + " characters as one token, and otherwise behaves as the real one does.",
          OptionalInt.empty(),
          MockTokens.CHARACTERS,
          0,
          0);

  public AnswerShape {
    if (text.isEmpty() || pieceLength < 1) {
      throw new IllegalArgumentException("text and piece must not be empty");
    }
  }
}
