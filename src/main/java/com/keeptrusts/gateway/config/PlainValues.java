package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.YamlValue.Entry;
import com.keeptrusts.gateway.config.YamlValue.Mapping;
import com.keeptrusts.gateway.config.YamlValue.Scalar;
import com.keeptrusts.gateway.config.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy's own settings as plain values: {@code String}, {@code Long}, {@code Double}, {@code
 * Boolean}, {@code List} and {@code Map}.
 */
final class PlainValues {
  private final Problems problems;

  PlainValues(Problems problems) {
    this.problems = problems;
  }

  Map<String, Object> of(Mapping mapping, String path) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      values.put(entry.key(), of(entry.value(), ConfigPath.join(path, entry.key())));
    }
    return Collections.unmodifiableMap(values);
  }

  private Object of(YamlValue value, String path) {
    if (value instanceof Mapping mapping) {
      return of(mapping, path);
    }
    if (value instanceof Sequence sequence) {
      return of(sequence, path);
    }
    return of((Scalar) value, path);
  }

  private List<Object> of(Sequence sequence, String path) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      values.add(of(sequence.items().get(i), ConfigPath.item(path, i)));
    }
    return Collections.unmodifiableList(values);
  }

  private Object of(Scalar scalar, String path) {
    switch (scalar.kind()) {
      case NOTHING -> {
        problems.error(scalar.position(), path, "has no value: set one or remove it");
        return "";
      }
      case FLAG -> {
        return scalar.text().equals("true");
      }
      case WHOLE -> {
        return whole(scalar, path);
      }
      case FRACTION -> {
        return Double.parseDouble(scalar.text());
      }
      default -> {
        return scalar.text();
      }
    }
  }

  private Object whole(Scalar scalar, String path) {
    try {
      return Long.parseLong(scalar.text());
    } catch (NumberFormatException tooLarge) {
      problems.error(scalar.position(), path, "the number has too many digits");
      return 0L;
    }
  }
}
