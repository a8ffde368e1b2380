package com.keeptrusts.gateway.quickstart;

import java.util.OptionalInt;

/** An answer's text, cut into the pieces that a stream sends. */
final class AnswerText {
  private static final int LONGEST = 128 * 1024 * 1024;

  private final int[] characters;
  private final int pieceLength;
  private final boolean cut;

  private AnswerText(int[] characters, int pieceLength, boolean cut) {
    this.characters = characters;
    this.pieceLength = pieceLength;
    this.cut = cut;
  }

  /**
   * The answer of a shape.
   *
   * @param maxTokens the client's cap
   */
  static AnswerText of(AnswerShape shape, OptionalInt maxTokens) {
    int[] text = shape.text().codePoints().toArray();
    OptionalInt chunks = shape.chunks();
    long wanted = chunks.isPresent() ? (long) chunks.getAsInt() * shape.pieceLength() : text.length;
    if (wanted > LONGEST) {
      throw new IllegalArgumentException(
          "answer of " + wanted + " characters is too long, at most " + LONGEST);
    }
    long cap = (long) maxTokens.orElse(Integer.MAX_VALUE) * MockTokens.CHARACTERS;
    int[] characters = new int[(int) Math.min(wanted, cap)];
    for (int i = 0; i < characters.length; i++) {
      characters[i] = text[i % text.length];
    }
    return new AnswerText(characters, shape.pieceLength(), cap < wanted);
  }

  String whole() {
    return new String(characters, 0, characters.length);
  }

  int pieces() {
    return (characters.length + pieceLength - 1) / pieceLength;
  }

  String piece(int index) {
    int from = index * pieceLength;
    return new String(characters, from, Math.min(pieceLength, characters.length - from));
  }

  int tokens() {
    return MockTokens.ofCharacters(characters.length);
  }

  /** {@code length} when the client's cap cut it, else {@code stop}. */
  String finishReason() {
    return cut ? "length" : "stop";
  }
}
