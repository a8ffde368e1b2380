package com.keeptrusts.gateway.store.journal;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Tokens per UTC day and group. Not safe for threads. */
final class DayTotals {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final TreeMap<String, Map<String, Long>> days = new TreeMap<>();

  void add(String day, String group, long tokens) {
    if (tokens > 0) {
      days.computeIfAbsent(day, unseen -> new HashMap<>()).merge(group, tokens, DayTotals::sum);
    }
  }

  /** What counts beyond the range of a long counts no more. */
  private static long sum(long some, long more) {
    return some > Long.MAX_VALUE - more ? Long.MAX_VALUE : some + more;
  }

  Map<String, Long> on(String day) {
    return Map.copyOf(days.getOrDefault(day, Map.of()));
  }

  /** Forgets the days before one. */
  void dropBefore(String day) {
    days.headMap(day).clear();
  }

  byte[] toJson() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeObjectFieldStart("days");
      for (Map.Entry<String, Map<String, Long>> day : days.entrySet()) {
        json.writeObjectFieldStart(day.getKey());
        for (Map.Entry<String, Long> group : day.getValue().entrySet()) {
          json.writeNumberField(group.getKey(), group.getValue());
        }
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static DayTotals fromJson(byte[] bytes) throws IOException {
    DayTotals totals = new DayTotals();
    try (JsonParser json = FACTORY.createParser(bytes)) {
      json.nextToken();
      json.nextToken();
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String day = json.currentName();
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String group = json.currentName();
          totals.add(day, group, json.nextLongValue(0));
        }
      }
    }
    return totals;
  }
}
