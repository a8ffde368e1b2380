package com.keeptrusts.gateway.exchange;

import java.util.List;

/** A body with the texts in it that policies look at. */
public final class BodyTexts {
  private final byte[] body;
  private final List<BodyText> texts;
  private final boolean unreadable;

  /**
   * The texts of a body.
   *
   * @param unreadable whether part of it is something that no policy can read, as token ids are
   */
  public BodyTexts(byte[] body, List<BodyText> texts, boolean unreadable) {
    this.body = body;
    this.texts = List.copyOf(texts);
    this.unreadable = unreadable;
  }

  /** The body, to the byte; not to be written to. */
  public byte[] body() {
    return body;
  }

  /** In the order in which they stand in the body. */
  public List<BodyText> texts() {
    return texts;
  }

  public boolean unreadable() {
    return unreadable;
  }
}
