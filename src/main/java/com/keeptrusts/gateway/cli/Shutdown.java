package com.keeptrusts.gateway.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Closes what runs when the process is told to end, in order. */
final class Shutdown implements Runnable {
  private final List<Closeable> parts;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Shutdown(List<Closeable> parts) {
    this.parts = List.copyOf(parts);
  }

  static Shutdown install(List<Closeable> parts) {
    Shutdown shutdown = new Shutdown(parts);
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown, "kt-shutdown"));
    return shutdown;
  }

  @Override
  public void run() {
    System.err.println("kt: stopping; requests under way may take up to 30 seconds");
    for (Closeable part : parts) {
      try {
        part.close();
      } catch (IOException | RuntimeException e) {
        System.err.println("kt: " + e.getMessage());
      }
    }
    ended.countDown();
  }

  void awaitEnd() throws InterruptedException {
    ended.await();
  }
}
