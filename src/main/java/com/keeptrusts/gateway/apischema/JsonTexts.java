package com.keeptrusts.gateway.apischema;

import com.fasterxml.jackson.core.JsonParser;
import com.keeptrusts.gateway.exchange.BodyText;
import com.keeptrusts.gateway.exchange.BodyText.Notation;
import java.io.IOException;

/** The strings of a JSON body, with where they stand. */
final class JsonTexts {
  private JsonTexts() {}

  /** The string, or the name of a member, that the parser stands on. */
  static BodyText current(JsonParser parser, byte[] body) throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset() + 1;
    return new BodyText(parser.getText(), start, end(body, start), Notation.JSON);
  }

  /** The number that the parser stands on. */
  static BodyText number(JsonParser parser) throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    String text = parser.getText();
    return new BodyText(text, start, start + text.length(), Notation.NUMBER);
  }

  /** Where the quotation mark stands that ends a string. */
  private static int end(byte[] body, int start) {
    int i = start;
    while (body[i] != '"') {
      i += body[i] == '\\' ? 2 : 1;
    }
    return i;
  }
}
