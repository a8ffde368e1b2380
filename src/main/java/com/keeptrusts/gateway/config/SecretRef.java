package com.keeptrusts.gateway.config;

import java.nio.file.Path;

/** Where a secret is, instead of in the file. */
sealed interface SecretRef {
  /** An environment variable. */
  record Variable(String name) implements SecretRef {}

  /**
   * A file.
   *
   * @param written as in the configuration
   * @param path from the configuration's folder where it is relative
   */
  record SecretFile(String written, Path path) implements SecretRef {}
}
