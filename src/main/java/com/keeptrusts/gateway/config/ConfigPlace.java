package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.YamlValue.Entry;
import com.keeptrusts.gateway.config.YamlValue.Kind;
import com.keeptrusts.gateway.config.YamlValue.Mapping;
import com.keeptrusts.gateway.config.YamlValue.Sequence;
import java.util.Optional;

/** Finds where a path such as {@code config.entities[0]} stands below a value. */
final class ConfigPlace {
  private ConfigPlace() {}

  /**
   * The position of the deepest part of the path that is there.
   *
   * @param read what was read; where the path ends with it, it is a key, and the key is the place
   */
  static Position of(YamlValue root, String path, String read) {
    YamlValue value = root;
    Position position = root.position();
    String[] parts = path.replace("[", ".").replace("]", "").split("\\.", -1);
    for (int i = 0; i < parts.length; i++) {
      Optional<Entry> below = below(value, parts[i]);
      if (below.isEmpty()) {
        break;
      }
      value = below.get().value();
      boolean isKey = i == parts.length - 1 && parts[i].equals(read);
      position = isKey ? below.get().position() : value.position();
    }
    return position;
  }

  private static Optional<Entry> below(YamlValue value, String part) {
    if (value instanceof Mapping mapping) {
      return mapping.find(part);
    }
    if (!(value instanceof Sequence sequence) || PlainNumber.kindOf(part) != Kind.WHOLE) {
      return Optional.empty();
    }
    int index = part.length() > 9 ? -1 : Integer.parseInt(part);
    if (index < 0 || index >= sequence.items().size()) {
      return Optional.empty();
    }
    YamlValue item = sequence.items().get(index);
    return Optional.of(new Entry(part, item.position(), item));
  }
}
