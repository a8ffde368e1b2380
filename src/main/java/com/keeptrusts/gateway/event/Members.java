package com.keeptrusts.gateway.event;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object, asked for by name and type; absent and null are the same. */
record Members(Map<String, Object> values) {
  String text(String name) {
    return of(String.class, name);
  }

  Optional<String> optionalText(String name) {
    return values.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
  }

  long number(String name) {
    return of(Long.class, name);
  }

  boolean flag(String name) {
    return of(Boolean.class, name);
  }

  private <T> T of(Class<T> type, String name) {
    @Nullable Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("\"" + name + "\" is missing or no " + type);
    }
    return type.cast(value);
  }
}
