package com.keeptrusts.gateway.apischema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.keeptrusts.gateway.apischema.AnswerTexts.Piece;
import com.keeptrusts.gateway.apischema.AnswerTexts.Range;
import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a model wrote in a JSON answer or in the JSON of one event. */
public final class AnswerTextReader {
  private final byte[] body;
  private final JsonParser parser;
  private final boolean stream;
  private final List<BodyText> whole = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>(2);
  private final List<BodyText> ofRequest = new ArrayList<>(0);
  private final List<String> begun = new ArrayList<>(0);
  private final List<String> ended = new ArrayList<>(1);
  private final List<BodyEdit> echoes = new ArrayList<>(0);
  private Range choices = Range.NONE;
  private boolean repeatsRequest;
  private final TypedEvent typed = new TypedEvent();

  private AnswerTextReader(byte[] body, JsonParser parser, boolean stream) {
    this.body = body;
    this.parser = parser;
    this.stream = stream;
  }

  /** The texts of a whole answer; empty when it is not one JSON value in UTF-8. */
  public static Optional<AnswerTexts> answer(byte[] body) {
    return read(body, 0, body.length, /* stream= */ false);
  }

  /** The texts of an event's data; empty when it is not one JSON value in UTF-8. */
  public static Optional<AnswerTexts> event(byte[] bytes, int start, int end) {
    return read(bytes, start, end, /* stream= */ true);
  }

  private static Optional<AnswerTexts> read(byte[] body, int start, int end, boolean stream) {
    try (JsonParser parser = BodyParserFactory.open(body, start, end)) {
      return Optional.of(new AnswerTextReader(body, parser, stream).read());
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }

  private AnswerTexts read() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_OBJECT) {
      top(/* isResponse= */ false);
    } else if (first != null) {
      value("", /* running= */ false);
    }
    if (parser.nextToken() != null) {
      throw new IOException("something follows the value");
    }
    if (!repeatsRequest) {
      whole.addAll(ofRequest);
    }
    typed.finish(pieces, ended);
    return new AnswerTexts(whole, pieces, begun, ended, echoes, choices);
  }

  private void top(boolean isResponse) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (AnswerVocabulary.OF_THE_REQUEST.contains(name)) {
        ofRequest(name, isResponse);
      } else if (name.equals("choices") && token == JsonToken.START_ARRAY) {
        choices();
      } else if (name.equals("response") && token == JsonToken.START_OBJECT && !isResponse) {
        top(/* isResponse= */ true);
        typed.wholeResponse();
      } else if (stream && name.equals("delta") && token == JsonToken.VALUE_STRING) {
        typed.delta(JsonTexts.current(parser, body));
      } else if (!stream || isResponse || !typed.takes(name, parser)) {
        repeatsRequest |= name.equals("object") && parser.getText().equals("response");
        value(name, /* running= */ stream && name.equals("delta"));
      }
    }
  }

  /** Only a response repeats its request; whether this is one may be said later. */
  private void ofRequest(String name, boolean isResponse) throws IOException {
    if (isResponse) {
      parser.skipChildren();
      return;
    }
    int from = whole.size();
    value(name, /* running= */ false);
    List<BodyText> found = whole.subList(from, whole.size());
    ofRequest.addAll(found);
    found.clear();
  }

  private void choices() throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    readChoices();
    choices = new Range(start, (int) parser.currentLocation().getByteOffset());
  }

  private void readChoices() throws IOException {
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      if (!parser.hasToken(JsonToken.START_OBJECT)) {
        value("choices", /* running= */ false);
        continue;
      }
      int from = pieces.size();
      int begunFrom = begun.size();
      int index = i;
      boolean finished = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (name.equals("index") && token == JsonToken.VALUE_NUMBER_INT) {
          index = parser.getValueAsInt(i);
        } else {
          finished |= name.equals("finish_reason") && token != JsonToken.VALUE_NULL;
          value(name, /* running= */ stream && (name.equals("delta") || name.equals("text")));
        }
      }
      within(from, begunFrom, Integer.toString(index));
      if (finished) {
        ended.add(index + "/");
      }
    }
  }

  /** The index that an object says it has; negative when it says none. */
  private int members(boolean running) throws IOException {
    int index = -1;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_NUMBER_INT && name.equals("index")) {
        index = parser.getValueAsInt(-1);
      } else {
        if (running && name.equals("id") && token == JsonToken.VALUE_STRING) {
          // Some services give no index: a call of another id is another text.
          begun.add("");
        }
        value(name, running);
      }
    }
    return index;
  }

  private void value(String name, boolean running) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING) {
      if (!AnswerVocabulary.NOT_TEXT.contains(name)) {
        text(name, running);
      }
    } else if (!token.isStructStart()) {
      return;
    } else if (AnswerVocabulary.NO_TEXTS.contains(name)) {
      parser.skipChildren();
    } else if (AnswerVocabulary.ECHOES.contains(name)) {
      echo(token == JsonToken.START_ARRAY ? "[]" : "null");
    } else if (token == JsonToken.START_OBJECT) {
      int from = pieces.size();
      int begunFrom = begun.size();
      members(running && !name.equals("annotations"));
      within(from, begunFrom, name);
    } else {
      items(name, running);
    }
  }

  private void items(String name, boolean running) throws IOException {
    int start = pieces.size();
    int begunStart = begun.size();
    boolean goesOn = running && !name.equals("annotations");
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      int from = pieces.size();
      int begunFrom = begun.size();
      int index = -1;
      if (parser.hasToken(JsonToken.START_OBJECT)) {
        index = members(goesOn);
      } else {
        value(name, goesOn);
      }
      within(from, begunFrom, Integer.toString(index < 0 ? i : index));
    }
    within(start, begunStart, name);
  }

  private void text(String name, boolean running) throws IOException {
    BodyText text = JsonTexts.current(parser, body);
    if (running && AnswerVocabulary.RUNNING.contains(name)) {
      pieces.add(new Piece(name, text));
    } else {
      whole.add(text);
    }
  }

  private void echo(String instead) throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    echoes.add(new BodyEdit(start, (int) parser.currentLocation().getByteOffset(), instead));
  }

  /** The pieces since then are members of something. */
  private void within(int from, int begunFrom, String name) {
    for (int i = from; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      pieces.set(i, new Piece(name + "/" + piece.channel(), piece.text()));
    }
    for (int i = begunFrom; i < begun.size(); i++) {
      begun.set(i, name + "/" + begun.get(i));
    }
  }
}
