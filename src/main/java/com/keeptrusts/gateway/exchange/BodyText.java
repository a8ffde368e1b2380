package com.keeptrusts.gateway.exchange;

/**
 * A text that a model reads or has written, and where it stands in a body.
 *
 * @param text what it says
 * @param start offset of its first byte; in JSON, the one after the quotation mark
 * @param end offset after its last byte
 * @param notation how the body writes it
 */
public record BodyText(String text, int start, int end, Notation notation) {
  /** How a body writes a text. */
  public enum Notation {
    /** As a JSON string, in UTF-8. */
    JSON,
    /** As it is, in UTF-8. */
    PLAIN,
    /** As a JSON number; when part of it is to be replaced, all of it becomes a string. */
    NUMBER
  }
}
