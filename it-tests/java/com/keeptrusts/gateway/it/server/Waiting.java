package com.keeptrusts.gateway.it.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for what another process does and tells nobody. */
final class Waiting {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);
  private static final int LOOK_MILLIS = 50;

  private Waiting() {}

  /**
   * Waits until something holds.
   *
   * @param server whose end ends the waiting too
   * @throws IOException with the server's log, when it took too long
   */
  static void until(String what, BooleanSupplier holds, ServerProcess server)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!holds.getAsBoolean()) {
      boolean ended = server.hasEnded(LOOK_MILLIS);
      if (ended || System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IOException(what + " did not happen; the log:\n" + server.log());
      }
    }
  }

  /** Waits until a gateway answers below an address, whether it can serve or not. */
  static void untilAlive(String url, ServerProcess server)
      throws IOException, InterruptedException {
    until("life", () -> status(url + "/healthz") == 200, server);
  }

  /** The status of an address; 0 when nobody answers. */
  static int status(String url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setReadTimeout(5_000);
      // An idle connection would keep a server's memory of what it served last.
      connection.setRequestProperty("Connection", "close");
      return connection.getResponseCode();
    } catch (IOException e) {
      return 0;
    }
  }
}
