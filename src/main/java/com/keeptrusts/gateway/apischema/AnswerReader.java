package com.keeptrusts.gateway.apischema;

import com.keeptrusts.gateway.exchange.Answer;

/**
 * Reads a JSON answer as it passes. It keeps nothing but what it looks for, never throws, and does
 * not care where the answer is cut. One per exchange; not safe for several threads.
 */
public final class AnswerReader {
  private final AnswerFacts facts = new AnswerFacts();
  private final JsonScanner scanner =
      new JsonScanner(new AnswerVisitor(AnswerPlace.ANSWER, facts), facts.observed());

  /** The next bytes of the answer. */
  public void feed(byte[] bytes, int offset, int length) {
    scanner.feed(bytes, offset, offset + length);
  }

  /** What was read so far; a usage that was cut off is not known. */
  public Answer finish() {
    return facts.answer();
  }
}
