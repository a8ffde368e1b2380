package com.keeptrusts.gateway.quickstart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The members of a request's body. */
final class Fields {
  private final Map<?, ?> members;

  Fields(Map<?, ?> members) {
    this.members = members;
  }

  boolean has(String name) {
    return members.get(name) != null;
  }

  @Nullable Object value(String name) {
    return members.get(name);
  }

  Optional<String> text(String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** True for {@code true}, and for the word in a form's field. */
  boolean flag(String name) {
    return "true".equals(String.valueOf(members.get(name)));
  }

  OptionalInt number(String name) {
    return members.get(name) instanceof BigDecimal number
        ? OptionalInt.of(number.intValue())
        : OptionalInt.empty();
  }

  Fields object(String name) {
    return new Fields(members.get(name) instanceof Map<?, ?> object ? object : Map.of());
  }

  /** The characters of all texts that a model would read in a value. */
  long characters(String name) {
    return characters(members.get(name));
  }

  private static long characters(@Nullable Object value) {
    long sum = 0;
    if (value instanceof String text) {
      sum = text.codePointCount(0, text.length());
    } else if (value instanceof List<?> list) {
      for (Object item : list) {
        sum += characters(item);
      }
    } else if (value instanceof Map<?, ?> map) {
      sum = characters(map.get("content")) + characters(map.get("text"));
    } else if (value instanceof BigDecimal) {
      // A token by number, as embeddings and completions take them.
      sum = MockTokens.CHARACTERS;
    }
    return sum;
  }
}
