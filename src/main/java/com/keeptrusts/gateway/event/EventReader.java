package com.keeptrusts.gateway.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Result;
import com.keeptrusts.gateway.exchange.TokenUsage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link EventJson} wrote. Members that it does not know are ignored. */
public final class EventReader {
  private static final String PATH_PREFIX = "/v1";

  private EventReader() {}

  /**
   * The event in a JSON object.
   *
   * @throws IOException when it is not an event
   */
  public static Event event(byte[] json) throws IOException {
    Members members = members(json);
    return members.checked(EventReader::event);
  }

  /**
   * The intent in a JSON object.
   *
   * @throws IOException when it is not an intent
   */
  public static Intent intent(byte[] json) throws IOException {
    Members members = members(json);
    return members.checked(EventReader::intent);
  }

  private static Event event(Members members) {
    return new Event(
        members.text("id"),
        Instant.parse(members.text("timestamp")),
        members.text("request_id"),
        members.text("consumer_group"),
        members.text("key_id"),
        members.optionalText("principal"),
        endpoint(members),
        members.optionalText("model"),
        members.optionalText("response_model"),
        members.optionalText("response_id"),
        members.optionalText("provider"),
        members.optionalText("target"),
        members.word(Result.class, "result"),
        members.word(Event.Verdict.class, "verdict"),
        members.optionalText("reason"),
        Math.toIntExact(members.number("http_status")),
        members.flag("stream"),
        usage(members.object("usage")),
        members.decimal("latency_ms"),
        members.has("time_to_first_byte_ms")
            ? OptionalLong.of(members.number("time_to_first_byte_ms"))
            : OptionalLong.empty(),
        members.decimal("gateway_ms"),
        members.word(Outcome.EndedBy.class, "ended_by"),
        members.objects("policies").stream().map(EventReader::policy).toList(),
        members.text("config_version"));
  }

  private static Intent intent(Members members) {
    return new Intent(
        members.text("id"),
        Instant.parse(members.text("timestamp")),
        members.text("request_id"),
        members.text("consumer_group"),
        members.text("key_id"),
        members.optionalText("principal"),
        endpoint(members),
        members.text("model"),
        members.text("provider"),
        members.text("target"),
        members.flag("stream"),
        members.number("prompt_tokens"),
        members.number("reserved_tokens"),
        members.text("config_version"));
  }

  private static Endpoint endpoint(Members members) {
    String path = members.text("endpoint");
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

  private static TokenUsage usage(Members members) {
    return new TokenUsage(
        members.number("prompt_tokens"),
        members.number("completion_tokens"),
        members.number("total_tokens"),
        members.number("cached_tokens"),
        members.number("reasoning_tokens"),
        members.word(TokenUsage.Source.class, "source"));
  }

  private static PolicyOutcome policy(Members members) {
    return new PolicyOutcome(
        members.text("name"),
        members.text("type"),
        members.word(PolicyOutcome.Phase.class, "phase"),
        members.word(PolicyOutcome.Verdict.class, "outcome"),
        members.texts("entities"),
        members.number("duration_us"));
  }

  private static Members members(byte[] json) throws IOException {
    try (JsonParser parser = EventJson.FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a JSON object");
      }
      return new Members(object(parser));
    }
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> members = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = value(parser);
      if (value != null) {
        members.put(name, value);
      }
    }
    return members;
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object value = value(parser);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }
}
