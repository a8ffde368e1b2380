package com.keeptrusts.gateway.admin;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner can read, where the file system knows owners. */
final class OwnerOnly {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private OwnerOnly() {}

  static void folder(Path folder) throws IOException {
    Files.createDirectories(folder, mode("rwx------"));
    if (POSIX) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** A new empty file with a name of its own. */
  static Path file(Path folder) throws IOException {
    return Files.createTempFile(folder, ".draft", ".tmp", mode("rw-------"));
  }

  private static FileAttribute<?>[] mode(String mode) {
    if (!POSIX) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
    };
  }
}
