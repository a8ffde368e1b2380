package com.keeptrusts.gateway.apischema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.ModelRequest.StreamOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Asks for a stream's usage in the client's name; every other byte stays as it was. */
public final class StreamOptionsEditor {
  private static final String ASK = "\"include_usage\":true";

  private StreamOptionsEditor() {}

  /**
   * The body with {@code stream_options.include_usage} true; the same array when it already is.
   *
   * @param request what was read from this very body
   */
  public static byte[] withUsage(byte[] body, ModelRequest request) {
    StreamOptions options = request.streamOptions();
    if (options == null) {
      int brace = skipSpace(body, 0);
      return insertMember(body, brace, "\"stream_options\":{" + ASK + "}");
    }
    if (options.usageAsked()) {
      return body;
    }
    if (body[options.start()] != '{') {
      return splice(body, options.start(), options.end(), "{" + ASK + "}");
    }
    return editObject(body, options);
  }

  private static byte[] editObject(byte[] body, StreamOptions options) {
    try (JsonParser parser = BodyParserFactory.open(body, options.start(), options.end())) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        String value = parser.nextToken().asString();
        if (name.equals(StreamOptionsReader.INCLUDE_USAGE) && value != null) {
          int start = (int) parser.currentTokenLocation().getByteOffset();
          return splice(body, start, start + value.length(), "true");
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the body is not the one that was read", e);
    }
    return insertMember(body, options.start(), ASK);
  }

  /** As the first member of the object that opens at the brace. */
  private static byte[] insertMember(byte[] body, int brace, String member) {
    boolean empty = body[skipSpace(body, brace + 1)] == '}';
    return splice(body, brace + 1, brace + 1, empty ? member : member + ",");
  }

  private static int skipSpace(byte[] body, int from) {
    int i = from;
    while (body[i] == ' ' || body[i] == '\t' || body[i] == '\n' || body[i] == '\r') {
      i++;
    }
    return i;
  }

  private static byte[] splice(byte[] body, int start, int end, String replacement) {
    byte[] middle = replacement.getBytes(StandardCharsets.US_ASCII);
    byte[] edited = new byte[body.length - (end - start) + middle.length];
    System.arraycopy(body, 0, edited, 0, start);
    System.arraycopy(middle, 0, edited, start, middle.length);
    System.arraycopy(body, end, edited, start + middle.length, body.length - end);
    return edited;
  }
}
