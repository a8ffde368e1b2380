package com.keeptrusts.gateway.store.h2;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tables need of an event, read from its JSON. */
final class EventRow {
  /** A sum of as many of these as there will ever be events fits into a long. */
  private static final long MAX_TOKENS = 1_000_000_000_000L;

  private static final String RESPONSES = "/v1/responses";
  private static final Set<String> FIRED = Set.of("flagged", "redacted", "blocked");
  private static final JsonFactory FACTORY = new JsonFactory();

  private final ByteBuffer json;
  private final List<String> firedPolicies = new ArrayList<>();
  private String timestamp = "";
  private long atMillis;
  private String group = "";
  private @Nullable String principal;
  private String endpoint = "";
  private String model = "";
  private String result = "";
  private String responseId = "";
  private long promptTokens;
  private long completionTokens;
  private long totalTokens;

  private EventRow(ByteBuffer json) {
    this.json = json;
  }

  /**
   * The row of an event.
   *
   * @param json in an array
   * @throws IOException when it is no event
   */
  static EventRow of(ByteBuffer json) throws IOException {
    EventRow row = new EventRow(json);
    int start = json.arrayOffset() + json.position();
    try (JsonParser parser = FACTORY.createParser(json.array(), start, json.remaining())) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        row.read(name, parser);
      }
    }
    if (row.timestamp.isEmpty() || row.group.isEmpty()) {
      throw new IOException("an event without a time or a group");
    }
    return row;
  }

  private void read(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "timestamp" -> {
        timestamp = parser.getText();
        atMillis = Millis.parse(timestamp);
      }
      case "consumer_group" -> group = parser.getText();
      case "principal" -> principal = parser.getValueAsString();
      case "endpoint" -> endpoint = parser.getText();
      case "model" -> model = parser.getValueAsString("");
      case "result" -> result = parser.getText();
      case "response_id" -> responseId = parser.getValueAsString("");
      case "usage" -> readUsage(parser);
      case "policies" -> readPolicies(parser);
      default -> parser.skipChildren();
    }
  }

  private void readUsage(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "prompt_tokens" -> promptTokens = tokens(parser);
        case "completion_tokens" -> completionTokens = tokens(parser);
        case "total_tokens" -> totalTokens = tokens(parser);
        default -> parser.skipChildren();
      }
    }
  }

  private static long tokens(JsonParser parser) throws IOException {
    return Math.min(MAX_TOKENS, Math.max(0, parser.getLongValue()));
  }

  private void readPolicies(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      String name = "";
      boolean fired = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String member = parser.currentName();
        parser.nextToken();
        switch (member) {
          case "name" -> name = parser.getText();
          case "outcome" -> fired = FIRED.contains(parser.getText());
          default -> parser.skipChildren();
        }
      }
      if (fired && !firedPolicies.contains(name)) {
        firedPolicies.add(name);
      }
    }
  }

  /** As the journal has it, in UTF-8. */
  ByteBuffer json() {
    return json;
  }

  long atMillis() {
    return atMillis;
  }

  /** The UTC day, as in {@code 2026-04-23}. */
  String day() {
    return timestamp.substring(0, timestamp.indexOf('T'));
  }

  String group() {
    return group;
  }

  /** Who it was; null for an API key. */
  @Nullable String principal() {
    return principal;
  }

  String model() {
    return model;
  }

  String result() {
    return result;
  }

  /** Whether the model gave an answer that its client got. */
  boolean isAnswered() {
    return !result.equals("blocked") && !result.equals("error");
  }

  List<String> firedPolicies() {
    return firedPolicies;
  }

  /** Whether it created a response that a later request may continue. */
  boolean ownsResponse() {
    return endpoint.equals(RESPONSES) && !responseId.isEmpty();
  }

  String responseId() {
    return responseId;
  }

  long promptTokens() {
    return promptTokens;
  }

  long completionTokens() {
    return completionTokens;
  }

  long totalTokens() {
    return totalTokens;
  }
}
