package com.keeptrusts.gateway.event;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object, asked for by name and type; absent and null are the same. */
record Members(Map<String, Object> values) {
  /** Reads a whole record; whatever is missing or of another type is the JSON's fault. */
  <T> T checked(Function<Members, T> reading) throws IOException {
    try {
      return reading.apply(this);
    } catch (RuntimeException e) {
      throw new IOException("not what the gateway writes: " + e.getMessage(), e);
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name) {
    return of(String.class, name);
  }

  Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  long number(String name) {
    return of(Long.class, name);
  }

  double decimal(String name) {
    return of(Number.class, name).doubleValue();
  }

  boolean flag(String name) {
    return of(Boolean.class, name);
  }

  <E extends Enum<E>> E word(Class<E> type, String name) {
    return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT));
  }

  Members object(String name) {
    return members(of(Map.class, name));
  }

  List<Members> objects(String name) {
    return list(name).stream().map(each -> members((Map<?, ?>) each)).toList();
  }

  List<String> texts(String name) {
    return list(name).stream().map(String.class::cast).toList();
  }

  private List<?> list(String name) {
    return of(List.class, name);
  }

  @SuppressWarnings("unchecked") // the reader makes no other maps
  private static Members members(Map<?, ?> values) {
    return new Members((Map<String, Object>) values);
  }

  private <T> T of(Class<T> type, String name) {
    @Nullable Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("\"" + name + "\" is missing or no " + type);
    }
    return type.cast(value);
  }
}
