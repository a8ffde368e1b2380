package com.keeptrusts.gateway.store.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk with so much room; a write that does not fit is written in part and fails. */
final class FaultyDisk implements AppendFile.Opener {
  private long room = Long.MAX_VALUE;
  private int syncs;

  synchronized void leaveRoom(long bytes) {
    room = bytes;
  }

  synchronized int syncs() {
    return syncs;
  }

  private synchronized int take(int bytes) {
    int taken = (int) Math.min(room, bytes);
    room -= taken;
    return taken;
  }

  private synchronized void synced() {
    syncs++;
  }

  @Override
  public AppendFile open(Path path) throws IOException {
    AppendFile file = AppendFile.plain(path);
    return new AppendFile() {
      @Override
      public void write(byte[] bytes) throws IOException {
        int fits = take(bytes.length);
        file.write(Arrays.copyOf(bytes, fits));
        if (fits < bytes.length) {
          throw new IOException("No space left on device");
        }
      }

      @Override
      public void sync() {
        synced(); // the real thing takes milliseconds, thousands of times
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }
}
