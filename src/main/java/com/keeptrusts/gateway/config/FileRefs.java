package com.keeptrusts.gateway.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the names of files.
 *
 * @param folder where relative ones are looked for: the configuration's own
 */
record FileRefs(Path folder) {
  Optional<Path> read(Field field) {
    Optional<String> written = field.filled();
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(folder.resolve(written.get()));
    } catch (InvalidPathException impossible) {
      field.error("is not a path of this system");
      return Optional.empty();
    }
  }
}
