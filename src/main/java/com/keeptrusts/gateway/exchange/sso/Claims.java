package com.keeptrusts.gateway.exchange.sso;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a token says of its bearer.
 *
 * @param values as JSON has them: strings, numbers, booleans, lists and maps
 */
public record Claims(Map<String, Object> values) {
  /** Nothing is said. */
  public static final Claims NONE = new Claims(Map.of());

  /** Whether there is a claim of this name, or at this path. */
  public boolean has(String name) {
    return find(values, name).isPresent();
  }

  /**
   * The claim's texts; none when it is absent or holds something else.
   *
   * @param name the claim's own name, which may contain dots, or a path as in {@code
   *     realm_access.roles}
   */
  public List<String> texts(String name) {
    Object value = find(values, name).orElse(List.of());
    List<?> items = value instanceof List<?> list ? list : List.of(value);
    return items.stream()
        .filter(item -> !(item instanceof Map<?, ?>) && !(item instanceof List<?>))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .toList();
  }

  /** The longest name goes first, since names such as {@code https://x/groups} contain dots. */
  private static Optional<Object> find(Map<?, ?> object, String name) {
    Object whole = object.get(name);
    if (whole != null) {
      return Optional.of(whole);
    }
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      if (object.get(name.substring(0, dot)) instanceof Map<?, ?> inner) {
        Optional<Object> found = find(inner, name.substring(dot + 1));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
