package com.keeptrusts.gateway.store.journal;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** A file that only grows. */
interface AppendFile extends Closeable {
  /** Hands the bytes to the operating system; some of them may be written when it fails. */
  void write(byte[] bytes) throws IOException;

  /** Waits until everything is on the disk. */
  void sync() throws IOException;

  /** Opens a file for appending, creating it where it is missing. */
  interface Opener {
    AppendFile open(Path path) throws IOException;
  }

  /**
   * The plain file. A stream and not a channel: an interrupt of the writing thread would close a
   * channel for everybody.
   */
  static AppendFile plain(Path path) throws IOException {
    FileOutputStream file = new FileOutputStream(path.toFile(), true);
    return new AppendFile() {
      @Override
      public void write(byte[] bytes) throws IOException {
        file.write(bytes);
      }

      @Override
      public void sync() throws IOException {
        file.getFD().sync();
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }
}
