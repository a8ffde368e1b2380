package com.keeptrusts.gateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a command reads. */
final class InputFiles {
  private InputFiles() {}

  /** Says early and on one line why a file cannot be read. */
  static Path check(Path file) {
    if (!Files.exists(file)) {
      throw KtException.failed("no such file '" + file + "'");
    }
    if (Files.isDirectory(file)) {
      throw KtException.failed("'" + file + "' is a folder; a file is needed");
    }
    if (!Files.isReadable(file)) {
      throw KtException.failed("may not read '" + file + "': permission denied");
    }
    return file;
  }
}
