package com.keeptrusts.gateway.apischema;

import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyText;
import com.keeptrusts.gateway.exchange.BodyText.Notation;

/** Turns places in a text into places in its body, from left to right, so that it is read once. */
public final class TextEdits {
  private static final int UNICODE_ESCAPE = 6;

  private final byte[] body;
  private final BodyText text;
  private final boolean escaped;
  private int character;
  private int offset;

  /** Places in a text of this very body. */
  public TextEdits(byte[] body, BodyText text) {
    this.body = body;
    this.text = text;
    this.escaped = text.notation() == Notation.JSON;
    this.offset = text.start();
  }

  /**
   * Puts something in the place of some characters.
   *
   * @param start index of the first; not before the end of the call before
   * @param end index after the last
   * @param replacement of characters that JSON need not escape
   */
  public BodyEdit replace(int start, int end, String replacement) {
    if (text.notation() == Notation.NUMBER) {
      return new BodyEdit(text.start(), text.end(), '"' + replacement + '"');
    }
    int from = offsetOf(start);
    return new BodyEdit(from, offsetOf(end), replacement);
  }

  private int offsetOf(int index) {
    while (character < index) {
      step();
    }
    return offset;
  }

  private void step() {
    byte b = body[offset];
    if (b >= 0) {
      if (b == '\\' && escaped) {
        offset += body[offset + 1] == 'u' ? UNICODE_ESCAPE : 2;
      } else {
        offset++;
      }
      character++;
    } else {
      int length = (b & 0xE0) == 0xC0 ? 2 : (b & 0xF0) == 0xE0 ? 3 : 4;
      offset += length;
      // What takes four bytes takes two characters.
      character += length == 4 ? 2 : 1;
    }
  }
}
