package com.keeptrusts.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** Carries bytes between two sockets until either side ends. */
final class SocketRelay {
  private SocketRelay() {}

  static void join(Socket one, Socket other) {
    Thread back = LoopbackListener.spawn(() -> pump(other, one), "test-relay");
    pump(one, other);
    try {
      back.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pump(Socket from, Socket to) {
    byte[] buffer = new byte[16 * 1024];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException gone) {
      // Both sides are closed by now.
    }
  }
}
