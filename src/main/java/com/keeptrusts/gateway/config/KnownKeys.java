package com.keeptrusts.gateway.config;

import java.util.List;
import java.util.Optional;

/** The keys that are allowed in one place of a file. */
interface KnownKeys {
  /** The place, in words. */
  String place();

  List<String> names();

  /** The one place of the same file where a key belongs; empty when it is none or several. */
  Optional<String> home(String key);

  /** The one place of these where a key belongs. */
  static Optional<String> home(String key, KnownKeys[] places) {
    Optional<String> home = Optional.empty();
    for (KnownKeys keys : places) {
      if (keys.names().contains(key) && !home.equals(Optional.of(keys.place()))) {
        if (home.isPresent()) {
          return Optional.empty();
        }
        home = Optional.of(keys.place());
      }
    }
    return home;
  }
}
