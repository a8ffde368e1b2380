package com.keeptrusts.gateway.cli;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that gets its name when it is whole; until then it stands beside its place. */
final class DraftFile implements Closeable {
  private final Path target;
  private final Path draft;
  private final BufferedWriter writer;

  private DraftFile(Path target, Path draft) throws IOException {
    this.target = target;
    this.draft = draft;
    this.writer = Files.newBufferedWriter(draft, StandardOpenOption.CREATE_NEW);
    // For Ctrl-C, which runs no finally.
    draft.toFile().deleteOnExit();
  }

  /** Begins a draft in the folder of its place. */
  static DraftFile beside(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw KtException.failed("cannot write '" + target + "': it is a folder");
    }
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    return new DraftFile(target, target.toAbsolutePath().resolveSibling(name));
  }

  void write(String text) {
    try {
      writer.write(text);
    } catch (IOException e) {
      throw KtException.failed("cannot write '" + target + "': " + Reasons.of(e));
    }
  }

  /** Gives the file its name. */
  void publish() throws IOException {
    writer.close();
    Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    try {
      writer.close();
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
