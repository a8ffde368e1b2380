package com.keeptrusts.gateway.apischema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.keeptrusts.gateway.exchange.ModelRequest.StreamOptions;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The client's {@code stream_options}, and where they stand. */
final class StreamOptionsReader {
  static final String INCLUDE_USAGE = "include_usage";

  private StreamOptionsReader() {}

  static StreamOptions read(JsonParser parser, MemberValues values)
      throws IOException, MalformedException {
    int start = values.start();
    if (parser.hasToken(JsonToken.VALUE_NULL)) {
      return new StreamOptions(false, start, start + "null".length());
    }
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      throw values.malformed("'stream_options' must be an object");
    }
    boolean usageAsked = false;
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (!seen.add(name)) {
        throw values.malformed("a field of 'stream_options' stands twice; remove one");
      }
      parser.nextToken();
      if (name.equals(INCLUDE_USAGE)) {
        usageAsked = values.flag("stream_options." + INCLUDE_USAGE);
      } else {
        parser.skipChildren();
      }
    }
    return new StreamOptions(usageAsked, start, (int) parser.currentLocation().getByteOffset());
  }
}
