package com.keeptrusts.gateway.exchange;

import java.util.List;

/** A body with the texts in it that policies look at. */
public final class BodyTexts {
  private final byte[] body;
  private final List<BodyText> texts;
  private final boolean tokenIds;

  /**
   * The texts of a body.
   *
   * @param tokenIds whether part of it is token ids, which no policy can read
   */
  public BodyTexts(byte[] body, List<BodyText> texts, boolean tokenIds) {
    this.body = body;
    this.texts = List.copyOf(texts);
    this.tokenIds = tokenIds;
  }

  /** The body, to the byte; not to be written to. */
  public byte[] body() {
    return body;
  }

  /** In the order in which they stand in the body. */
  public List<BodyText> texts() {
    return texts;
  }

  public boolean tokenIds() {
    return tokenIds;
  }
}
