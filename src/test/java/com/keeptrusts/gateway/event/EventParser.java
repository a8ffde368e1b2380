package com.keeptrusts.gateway.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Result;
import com.keeptrusts.gateway.exchange.TokenUsage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads an event back, with another parser than the gateway's own. */
public final class EventParser {
  private EventParser() {}

  public static Event parse(byte[] json) {
    try (JsonReader reader = Json.createReader(new StringReader(new String(json, UTF_8)))) {
      return event(reader.readObject());
    }
  }

  private static Event event(JsonObject event) {
    return new Event(
        event.getString("id"),
        Instant.parse(event.getString("timestamp")),
        event.getString("request_id"),
        event.getString("consumer_group"),
        event.getString("key_id"),
        text(event, "principal"),
        endpoint(event.getString("endpoint").substring("/v1".length())),
        text(event, "model"),
        text(event, "response_model"),
        text(event, "response_id"),
        text(event, "provider"),
        text(event, "target"),
        word(Result.class, event, "result"),
        word(Event.Verdict.class, event, "verdict"),
        text(event, "reason"),
        event.getInt("http_status"),
        event.getBoolean("stream"),
        usage(event.getJsonObject("usage")),
        event.getJsonNumber("latency_ms").doubleValue(),
        event.isNull("time_to_first_byte_ms")
            ? OptionalLong.empty()
            : OptionalLong.of(event.getJsonNumber("time_to_first_byte_ms").longValueExact()),
        event.getJsonNumber("gateway_ms").doubleValue(),
        word(Outcome.EndedBy.class, event, "ended_by"),
        event.getJsonArray("policies").getValuesAs(EventParser::policy),
        event.getString("config_version"));
  }

  private static Endpoint endpoint(String path) {
    return path.equals(Endpoint.UNKNOWN.path())
        ? Endpoint.UNKNOWN
        : Endpoint.at(path).orElseThrow();
  }

  private static TokenUsage usage(JsonObject usage) {
    return new TokenUsage(
        number(usage, "prompt_tokens"),
        number(usage, "completion_tokens"),
        number(usage, "total_tokens"),
        number(usage, "cached_tokens"),
        number(usage, "reasoning_tokens"),
        word(TokenUsage.Source.class, usage, "source"));
  }

  private static PolicyOutcome policy(JsonObject policy) {
    return new PolicyOutcome(
        policy.getString("name"),
        policy.getString("type"),
        word(PolicyOutcome.Phase.class, policy, "phase"),
        word(PolicyOutcome.Verdict.class, policy, "outcome"),
        policy.getJsonArray("entities").getValuesAs(JsonString::getString),
        number(policy, "duration_us"));
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object.isNull(name) ? Optional.empty() : Optional.of(object.getString(name));
  }

  private static long number(JsonObject object, String name) {
    return object.getJsonNumber(name).longValueExact();
  }

  private static <E extends Enum<E>> E word(Class<E> type, JsonObject object, String name) {
    return Enum.valueOf(type, object.getString(name).toUpperCase(Locale.ROOT));
  }
}
