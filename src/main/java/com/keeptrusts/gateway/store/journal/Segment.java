package com.keeptrusts.gateway.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file of the journal, growing. Appending is not safe for threads; the rest is. */
final class Segment implements Closeable {
  /** Before the next line where a failed write left a piece, so that no piece can pass as whole. */
  private static final byte[] SEAL = {'#', '\n'};

  private final long number;
  private final Path path;
  private final AppendFile file;
  private volatile long end;
  private volatile boolean dirty;
  private boolean torn;
  private boolean headed;

  Segment(long number, Path path, AppendFile file) throws IOException {
    this.number = number;
    this.path = path;
    this.file = file;
    this.end = Files.size(path);
  }

  long number() {
    return number;
  }

  Path path() {
    return path;
  }

  /** Behind the last whole line. */
  long end() {
    return end;
  }

  boolean isHeaded() {
    return headed;
  }

  /** Appends the checkpoint with which every segment begins. */
  void head(byte[] line) throws IOException {
    append(line);
    headed = true;
  }

  void append(byte[] line) throws IOException {
    try {
      file.write(torn ? sealed(line) : line);
      end = torn ? Files.size(path) : end + line.length;
      torn = false;
      dirty = true;
    } catch (IOException e) {
      torn = true;
      throw e;
    }
  }

  private static byte[] sealed(byte[] line) {
    byte[] sealed = new byte[SEAL.length + line.length];
    System.arraycopy(SEAL, 0, sealed, 0, SEAL.length);
    System.arraycopy(line, 0, sealed, SEAL.length, line.length);
    return sealed;
  }

  void sync() throws IOException {
    if (dirty) {
      dirty = false;
      try {
        file.sync();
      } catch (IOException e) {
        dirty = true;
        throw e;
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
