package com.keeptrusts.gateway.apischema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.keeptrusts.gateway.apischema.AnswerTexts.Piece;
import com.keeptrusts.gateway.exchange.BodyText;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event of the Responses API says of itself: its type, and which part it is about. */
final class TypedEvent {
  private static final String DELTA = ".delta";
  private static final String DONE = ".done";

  private String type = "";
  private String item = "";
  private String part = "";
  private boolean wholeResponse;
  private @Nullable BodyText delta;

  /** Whether a member of the event, whose value the parser stands on, is one of these. */
  boolean takes(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "type" -> {
        type = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getText() : "";
        return !parser.currentToken().isStructStart();
      }
      case "output_index" -> {
        item = number(parser);
        return !parser.currentToken().isStructStart();
      }
      case "content_index", "summary_index" -> {
        part = number(parser);
        return !parser.currentToken().isStructStart();
      }
      default -> {
        return false;
      }
    }
  }

  private static String number(JsonParser parser) throws IOException {
    return parser.hasToken(JsonToken.VALUE_NUMBER_INT) ? parser.getText() : "";
  }

  void delta(BodyText text) {
    delta = text;
  }

  /** The event has the response itself, as the last one has. */
  void wholeResponse() {
    wholeResponse = true;
  }

  /** Adds what the event's members mean together, in whatever order they came. */
  void finish(List<Piece> pieces, List<String> ended) {
    if (delta != null && !type.endsWith("audio" + DELTA)) {
      String stem = type.endsWith(DELTA) ? type.substring(0, type.length() - DELTA.length()) : type;
      pieces.add(new Piece(item + "/" + part + "/" + stem, delta));
    }
    if (type.endsWith(DONE)) {
      ended.add(part.isEmpty() ? item + "/" : item + "/" + part + "/");
    }
    if (wholeResponse || type.equals("error")) {
      ended.add("");
    }
  }
}
