package com.keeptrusts.gateway.apischema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.ModelRequest.StreamOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Asks for a stream's usage in the client's name; every other byte stays as it was. */
public final class StreamOptionsEditor {
  private static final String ASK = "\"include_usage\":true";

  private StreamOptionsEditor() {}

  /**
   * The change that makes {@code stream_options.include_usage} true; empty when it already is.
   *
   * @param request what was read from this very body
   */
  public static Optional<BodyEdit> askForUsage(byte[] body, ModelRequest request) {
    StreamOptions options = request.streamOptions();
    if (options == null) {
      int brace = skipSpace(body, 0);
      return Optional.of(insertMember(body, brace, "\"stream_options\":{" + ASK + "}"));
    }
    if (options.usageAsked()) {
      return Optional.empty();
    }
    if (body[options.start()] != '{') {
      return Optional.of(new BodyEdit(options.start(), options.end(), "{" + ASK + "}"));
    }
    return Optional.of(editObject(body, options));
  }

  private static BodyEdit editObject(byte[] body, StreamOptions options) {
    try (JsonParser parser = BodyParserFactory.open(body, options.start(), options.end())) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        String value = parser.nextToken().asString();
        if (name.equals(StreamOptionsReader.INCLUDE_USAGE) && value != null) {
          int start = (int) parser.currentTokenLocation().getByteOffset();
          return new BodyEdit(start, start + value.length(), "true");
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the body is not the one that was read", e);
    }
    return insertMember(body, options.start(), ASK);
  }

  /** As the first member of the object that opens at the brace. */
  private static BodyEdit insertMember(byte[] body, int brace, String member) {
    boolean empty = body[skipSpace(body, brace + 1)] == '}';
    return new BodyEdit(brace + 1, brace + 1, empty ? member : member + ",");
  }

  private static int skipSpace(byte[] body, int from) {
    int i = from;
    while (body[i] == ' ' || body[i] == '\t' || body[i] == '\n' || body[i] == '\r') {
      i++;
    }
    return i;
  }
}
