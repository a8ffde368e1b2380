package com.keeptrusts.gateway.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of model names, exact or with {@code *}. */
final class ModelNames {
  private static final int LONGEST = 256;

  private ModelNames() {}

  /** The list, which may be empty; empty when it is not set, which means every model. */
  static Optional<List<String>> read(Section section, String key) {
    Optional<Field> field = section.find(key);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (Field item : field.get().items()) {
      Optional<String> name = item.filled();
      if (name.isPresent() && !isModelName(name.get())) {
        item.error(item.read() + ", expected a model's name without spaces");
      } else if (name.isPresent()) {
        names.add(name.get());
      }
    }
    return Optional.of(names);
  }

  private static boolean isModelName(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) <= ' ' || Character.isISOControl(name.charAt(i))) {
        return false;
      }
    }
    return name.length() <= LONGEST;
  }
}
