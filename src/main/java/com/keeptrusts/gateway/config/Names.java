package com.keeptrusts.gateway.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names of one kind: fit for headers and log fields, and each given once. */
final class Names {
  private static final int LONGEST = 64;

  private final Map<String, Integer> lines = new HashMap<>();

  /** The name in a section; empty when a problem says why. */
  Optional<String> read(Section section, String key) {
    Optional<Field> field = section.require(key);
    Optional<String> name = field.isEmpty() ? Optional.empty() : field.get().text();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (!isName(name.get())) {
      field
          .get()
          .error(
              field.get().read()
                  + ", expected 1 to 64 of letters, digits, '.', '_' and '-',"
                  + " beginning with a letter or a digit");
      return Optional.empty();
    }
    Integer first = lines.putIfAbsent(name.get(), field.get().value().position().line());
    if (first != null) {
      field.get().error("duplicate " + key + " '" + name.get() + "', first on line " + first);
    }
    return name;
  }

  static boolean isName(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !Ascii.isAlphanumeric(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Ascii.isAlphanumeric(c) && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }
}
