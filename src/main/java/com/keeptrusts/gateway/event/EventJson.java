package com.keeptrusts.gateway.event;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.TokenUsage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/** Events and intents as JSON, each on one line: what the journal keeps and what users read. */
public final class EventJson {
  static final JsonFactory FACTORY = new JsonFactory();
  private static final int USUAL_BYTES = 1024;

  private EventJson() {}

  /** One JSON object without a line break, in UTF-8; its first member is the id. */
  public static byte[] bytes(Event event) {
    return written(json -> write(json, event));
  }

  /** One JSON object without a line break, in UTF-8; its first member is the id. */
  public static byte[] bytes(Intent intent) {
    return written(json -> write(json, intent));
  }

  /** An endpoint as events name it, as in {@code /v1/chat/completions}. */
  public static String path(Endpoint endpoint) {
    return "/v1" + endpoint.path();
  }

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private static byte[] written(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator json = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Event event) throws IOException {
    json.writeStartObject();
    head(json, event.id(), EventTime.format(event.timestamp()), event.requestId());
    text(json, "consumer_group", event.consumerGroup());
    text(json, "key_id", event.keyId());
    text(json, "principal", event.principal());
    json.writeStringField("endpoint", path(event.endpoint()));
    text(json, "model", event.model());
    text(json, "response_model", event.responseModel());
    text(json, "response_id", event.responseId());
    text(json, "provider", event.provider());
    text(json, "target", event.target());
    json.writeStringField("result", word(event.result()));
    json.writeStringField("verdict", word(event.verdict()));
    text(json, "reason", event.reason());
    json.writeNumberField("http_status", event.httpStatus());
    json.writeBooleanField("stream", event.stream());
    usage(json, event.usage());
    times(json, event);
    json.writeStringField("ended_by", word(event.endedBy()));
    json.writeArrayFieldStart("policies");
    for (PolicyOutcome outcome : event.policies()) {
      policy(json, outcome);
    }
    json.writeEndArray();
    text(json, "config_version", event.configVersion());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Intent intent) throws IOException {
    json.writeStartObject();
    head(json, intent.id(), EventTime.format(intent.timestamp()), intent.requestId());
    text(json, "consumer_group", intent.consumerGroup());
    text(json, "key_id", intent.keyId());
    text(json, "principal", intent.principal());
    json.writeStringField("endpoint", path(intent.endpoint()));
    text(json, "model", intent.model());
    text(json, "provider", intent.provider());
    text(json, "target", intent.target());
    json.writeBooleanField("stream", intent.stream());
    json.writeNumberField("prompt_tokens", intent.promptTokens());
    json.writeNumberField("reserved_tokens", intent.reservedTokens());
    text(json, "config_version", intent.configVersion());
    json.writeEndObject();
  }

  private static void head(JsonGenerator json, String id, String timestamp, String requestId)
      throws IOException {
    text(json, "id", id);
    json.writeStringField("timestamp", timestamp);
    text(json, "request_id", requestId);
  }

  private static void usage(JsonGenerator json, TokenUsage usage) throws IOException {
    json.writeObjectFieldStart("usage");
    json.writeNumberField("prompt_tokens", usage.promptTokens());
    json.writeNumberField("completion_tokens", usage.completionTokens());
    json.writeNumberField("total_tokens", usage.totalTokens());
    json.writeNumberField("cached_tokens", usage.cachedTokens());
    json.writeNumberField("reasoning_tokens", usage.reasoningTokens());
    json.writeStringField("source", word(usage.source()));
    json.writeEndObject();
  }

  private static void times(JsonGenerator json, Event event) throws IOException {
    json.writeNumberField("latency_ms", millis(event.latencyMillis()));
    if (event.timeToFirstByteMillis().isPresent()) {
      json.writeNumberField("time_to_first_byte_ms", event.timeToFirstByteMillis().getAsLong());
    } else {
      json.writeNullField("time_to_first_byte_ms");
    }
    json.writeNumberField("gateway_ms", millis(event.gatewayMillis()));
  }

  private static void policy(JsonGenerator json, PolicyOutcome outcome) throws IOException {
    json.writeStartObject();
    text(json, "name", outcome.name());
    text(json, "type", outcome.type());
    json.writeStringField("phase", word(outcome.phase()));
    json.writeStringField("outcome", word(outcome.outcome()));
    json.writeArrayFieldStart("entities");
    for (String entity : outcome.entities()) {
      json.writeString(EventText.clean(entity));
    }
    json.writeEndArray();
    json.writeNumberField("duration_us", outcome.durationMicros());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String field, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      text(json, field, text.get());
    } else {
      json.writeNullField(field);
    }
  }

  private static void text(JsonGenerator json, String field, String text) throws IOException {
    json.writeStringField(field, EventText.clean(text));
  }

  /** To the microsecond; what is not a number would not be JSON. */
  private static double millis(double millis) {
    return Double.isFinite(millis) ? Math.rint(millis * 1000) / 1000 : 0;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
