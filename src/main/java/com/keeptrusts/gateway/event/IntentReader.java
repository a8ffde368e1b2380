package com.keeptrusts.gateway.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.keeptrusts.gateway.exchange.Endpoint;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads back the intents that {@link EventJson} wrote. Members that it does not know, of another
 * version, are passed over.
 */
public final class IntentReader {
  private static final String PATH_PREFIX = "/v1";

  private IntentReader() {}

  /**
   * The intent in a JSON object.
   *
   * @throws IOException when it is not an intent
   */
  public static Intent read(byte[] json) throws IOException {
    Members members = members(json);
    try {
      return intent(members);
    } catch (RuntimeException e) {
      throw new IOException("not what the gateway writes: " + e.getMessage(), e);
    }
  }

  private static Intent intent(Members members) {
    return new Intent(
        members.text("id"),
        Instant.parse(members.text("timestamp")),
        members.text("request_id"),
        members.text("consumer_group"),
        members.text("key_id"),
        members.optionalText("principal"),
        endpoint(members.text("endpoint")),
        members.text("model"),
        members.text("provider"),
        members.text("target"),
        members.flag("stream"),
        members.number("prompt_tokens"),
        members.number("reserved_tokens"),
        members.text("config_version"));
  }

  private static Endpoint endpoint(String path) {
    return Optional.of(path)
        .filter(known -> known.startsWith(PATH_PREFIX))
        .map(known -> known.substring(PATH_PREFIX.length()))
        .flatMap(
            known ->
                known.equals(Endpoint.UNKNOWN.path())
                    ? Optional.of(Endpoint.UNKNOWN)
                    : Endpoint.at(known))
        .orElseThrow(() -> new IllegalArgumentException("unknown endpoint \"" + path + "\""));
  }

  private static Members members(byte[] json) throws IOException {
    try (JsonParser parser = EventJson.FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a JSON object");
      }
      Map<String, Object> members = new HashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        Object value = value(parser);
        if (value != null) {
          members.put(name, value);
        }
      }
      return new Members(members);
    }
  }

  /** A value of a type that an intent has; null for any other. */
  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> {
        parser.skipChildren();
        yield null;
      }
    };
  }
}
