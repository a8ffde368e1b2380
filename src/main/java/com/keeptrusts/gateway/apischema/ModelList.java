package com.keeptrusts.gateway.apischema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.keeptrusts.gateway.exchange.ModelName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provider's answer to {@code GET /v1/models}: each model's JSON as it was. */
public final class ModelList {
  /** A model, with the JSON object that describes it. */
  public record Entry(ModelName name, String json) {}

  private static final String NO_LIST = "not a list of models";
  private static final JsonFactory JSON = new JsonFactory();

  private ModelList() {}

  /**
   * The entries of a list.
   *
   * @throws IOException when it is not a list of models
   */
  public static List<Entry> parse(byte[] body) throws IOException {
    List<Entry> entries = new ArrayList<>();
    boolean found = false;
    try (JsonParser parser = JSON.createParser(body)) {
      expect(parser.nextToken(), JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean data = parser.currentName().equals("data");
        JsonToken value = parser.nextToken();
        if (data) {
          expect(value, JsonToken.START_ARRAY);
          found = true;
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken(), JsonToken.START_OBJECT);
            entries.add(entry(parser, body));
          }
        } else {
          parser.skipChildren();
        }
      }
    }
    if (!found) {
      throw new IOException(NO_LIST);
    }
    return entries;
  }

  private static Entry entry(JsonParser parser, byte[] body) throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    String id = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isId = parser.currentName().equals("id");
      JsonToken value = parser.nextToken();
      if (isId && value == JsonToken.VALUE_STRING) {
        id = parser.getText();
      }
      parser.skipChildren();
    }
    if (id.isEmpty()) {
      throw new IOException(NO_LIST);
    }
    int end = (int) parser.currentLocation().getByteOffset();
    return new Entry(
        new ModelName(id), new String(body, start, end - start, StandardCharsets.UTF_8));
  }

  private static void expect(@Nullable JsonToken found, JsonToken wanted) throws IOException {
    if (found != wanted) {
      throw new IOException(NO_LIST);
    }
  }
}
