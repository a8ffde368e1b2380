package com.keeptrusts.gateway.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.keeptrusts.gateway.config.YamlValue.Entry;
import com.keeptrusts.gateway.config.YamlValue.Mapping;
import com.keeptrusts.gateway.config.YamlValue.Scalar;
import com.keeptrusts.gateway.config.YamlValue.Sequence;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Messages that are written in YAML, in the form in which clients and services send them. */
final class MessageJson {
  private static final JsonFactory JSON = new JsonFactory();

  private MessageJson() {}

  /** A message with one text. */
  static String of(String role, String content) {
    return of(new Mapping(List.of(entry("role", role), entry("content", content)), Position.NONE));
  }

  /** A value as it is; a plain number is one in JSON, and what has no value is null. */
  static String of(YamlValue value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(value, json);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string can always be written to", impossible);
    }
    return text.toString();
  }

  private static Entry entry(String key, String value) {
    return new Entry(key, Position.NONE, Scalar.of(value, /* plain= */ false, Position.NONE));
  }

  private static void write(YamlValue value, JsonGenerator json) throws IOException {
    if (value instanceof Mapping mapping) {
      json.writeStartObject();
      for (Entry entry : mapping.entries()) {
        json.writeFieldName(entry.key());
        write(entry.value(), json);
      }
      json.writeEndObject();
    } else if (value instanceof Sequence sequence) {
      json.writeStartArray();
      for (YamlValue item : sequence.items()) {
        write(item, json);
      }
      json.writeEndArray();
    } else {
      write((Scalar) value, json);
    }
  }

  private static void write(Scalar scalar, JsonGenerator json) throws IOException {
    switch (scalar.kind()) {
      case NOTHING -> json.writeNull();
      case FLAG -> json.writeBoolean(scalar.text().equals("true"));
      case WHOLE, FRACTION -> json.writeNumber(scalar.text());
      case WORD, QUOTED -> json.writeString(scalar.text());
    }
  }
}
