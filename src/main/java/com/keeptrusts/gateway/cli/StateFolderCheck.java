package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.cli.DoctorProbe.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether a gateway could keep its state in a folder; makes nothing that was not there. */
final class StateFolderCheck {
  private static final String NAME = "state folder";
  private static final long LITTLE_BYTES = 256L * 1024 * 1024;

  private StateFolderCheck() {}

  static Finding look(Path folder) {
    @Nullable Path existing = folder.toAbsolutePath().normalize();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing)) {
      return sick("'" + folder + "' cannot be made: '" + existing + "' is no folder");
    }
    if (!Files.isWritable(existing)) {
      return sick("'" + existing + "' cannot be written; choose another with --data-dir");
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      if (free < LITTLE_BYTES) {
        return sick("only " + free / (1024 * 1024) + " MiB are free for '" + folder + "'");
      }
    } catch (IOException e) {
      return sick("'" + folder + "': " + Reasons.of(e));
    }
    return new Finding(NAME, true, "'" + folder + "' can be written");
  }

  private static Finding sick(String detail) {
    return new Finding(NAME, false, detail);
  }
}
