package com.keeptrusts.gateway.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What tells one content of a file from the next, without reading it. The key covers files that are
 * replaced, and links that are swapped.
 */
record FileStamp(@Nullable FileTime modified, long size, @Nullable Object fileKey) {
  /** The file as it is now; the same stamp for all files that cannot be seen. */
  static FileStamp of(Path file) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(seen.lastModifiedTime(), seen.size(), seen.fileKey());
    } catch (IOException unreadable) {
      return new FileStamp(null, -1, null);
    }
  }
}
