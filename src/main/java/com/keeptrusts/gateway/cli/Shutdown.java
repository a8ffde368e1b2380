package com.keeptrusts.gateway.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Closes what runs when the process is told to end, in order. */
final class Shutdown implements Runnable {
  private final List<Closeable> parts;
  private final Consumer<String> say;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Shutdown(List<Closeable> parts, Consumer<String> say) {
    this.say = say;
    this.parts = List.copyOf(parts);
  }

  /**
   * Waits for the end of the process.
   *
   * @param say tells an operator; the JDK has closed its log by then
   */
  static Shutdown install(List<Closeable> parts, Consumer<String> say) {
    Shutdown shutdown = new Shutdown(parts, say);
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown, "kt-shutdown"));
    return shutdown;
  }

  @Override
  public void run() {
    say.accept("stopping; requests under way may take up to 30 seconds");
    for (Closeable part : parts) {
      try {
        part.close();
      } catch (IOException | RuntimeException e) {
        say.accept(String.valueOf(e.getMessage()));
      }
    }
    ended.countDown();
  }

  void awaitEnd() throws InterruptedException {
    ended.await();
  }
}
