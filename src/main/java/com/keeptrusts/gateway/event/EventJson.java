package com.keeptrusts.gateway.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.TokenUsage;

/** Events and intents as JSON, each on one line: what the journal keeps and what users read. */
public final class EventJson {
  static final JsonFactory FACTORY = new JsonFactory();

  private static final int USUAL_EVENT_BYTES = 1024;
  private static final int USUAL_INTENT_BYTES = 512;

  private EventJson() {}

  /**
   * One JSON object without a line break, in UTF-8; its first member is the id.
   *
   * @param before bytes left free before it, for who writes it into something
   * @param after bytes left free behind it
   */
  public static byte[] bytes(Event event, int before, int after) {
    JsonLine json = new JsonLine(before, USUAL_EVENT_BYTES).begin();
    json.member("id", event.id());
    json.member("timestamp", EventTime.format(event.timestamp()));
    json.member("request_id", event.requestId());
    json.member("consumer_group", event.consumerGroup());
    json.member("key_id", event.keyId());
    json.member("principal", event.principal());
    json.member("endpoint", path(event.endpoint()));
    json.member("model", event.model());
    json.member("response_model", event.responseModel());
    json.member("response_id", event.responseId());
    json.member("provider", event.provider());
    json.member("target", event.target());
    json.member("result", event.result());
    json.member("verdict", event.verdict());
    json.member("reason", event.reason());
    json.member("http_status", event.httpStatus());
    json.member("stream", event.stream());
    usage(json, event.usage());
    times(json, event);
    json.member("ended_by", event.endedBy());
    json.beginArray("policies");
    event.policies().forEach(outcome -> policy(json, outcome));
    json.endArray();
    return json.member("config_version", event.configVersion()).end().toBytes(after);
  }

  /** As {@link #bytes(Event, int, int)}. */
  public static byte[] bytes(Intent intent, int before, int after) {
    return new JsonLine(before, USUAL_INTENT_BYTES)
        .begin()
        .member("id", intent.id())
        .member("timestamp", EventTime.format(intent.timestamp()))
        .member("request_id", intent.requestId())
        .member("consumer_group", intent.consumerGroup())
        .member("key_id", intent.keyId())
        .member("principal", intent.principal())
        .member("endpoint", path(intent.endpoint()))
        .member("model", intent.model())
        .member("provider", intent.provider())
        .member("target", intent.target())
        .member("stream", intent.stream())
        .member("prompt_tokens", intent.promptTokens())
        .member("reserved_tokens", intent.reservedTokens())
        .member("config_version", intent.configVersion())
        .end()
        .toBytes(after);
  }

  /** An endpoint as events name it, as in {@code /v1/chat/completions}. */
  public static String path(Endpoint endpoint) {
    return "/v1" + endpoint.path();
  }

  private static void usage(JsonLine json, TokenUsage usage) {
    json.beginObject("usage")
        .member("prompt_tokens", usage.promptTokens())
        .member("completion_tokens", usage.completionTokens())
        .member("total_tokens", usage.totalTokens())
        .member("cached_tokens", usage.cachedTokens())
        .member("reasoning_tokens", usage.reasoningTokens())
        .member("source", usage.source())
        .end();
  }

  private static void times(JsonLine json, Event event) {
    json.millis("latency_ms", event.latencyMillis());
    if (event.timeToFirstByteMillis().isPresent()) {
      json.member("time_to_first_byte_ms", event.timeToFirstByteMillis().getAsLong());
    } else {
      json.nothing("time_to_first_byte_ms");
    }
    json.millis("gateway_ms", event.gatewayMillis());
  }

  private static void policy(JsonLine json, PolicyOutcome outcome) {
    json.begin()
        .member("name", outcome.name())
        .member("type", outcome.type())
        .member("phase", outcome.phase())
        .member("outcome", outcome.outcome())
        .beginArray("entities");
    outcome.entities().forEach(json::element);
    json.endArray().member("duration_us", outcome.durationMicros()).end();
  }
}
