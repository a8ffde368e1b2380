package com.keeptrusts.gateway.cli;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How far a long piece of work is, on a terminal. */
final class ProgressBar {
  private static final long DISTANCE_NANOS = Duration.ofMillis(100).toNanos();
  private static final int WIDTH = 30;

  private final Terminal terminal;
  private final boolean shown;
  private final long total;
  private final LongSupplier nanos;
  private long nextNanos;
  private boolean drawn;

  ProgressBar(Terminal terminal, long total, LongSupplier nanos) {
    this.terminal = terminal;
    this.shown = terminal.errIsTerminal() && total > 0;
    this.total = total;
    this.nanos = nanos;
    this.nextNanos = nanos.getAsLong() + DISTANCE_NANOS;
  }

  /** A bar for a known amount; none where there is no terminal or no amount. */
  static ProgressBar on(Terminal terminal, long total) {
    return new ProgressBar(terminal, total, System::nanoTime);
  }

  void show(long done) {
    if (!shown || (done < total && nanos.getAsLong() - nextNanos < 0)) {
      return;
    }
    nextNanos = nanos.getAsLong() + DISTANCE_NANOS;
    drawn = true;
    int filled = (int) Math.min(WIDTH, done * WIDTH / total);
    long percent = Math.min(100, done * 100 / total);
    terminal.printError(
        "\r["
            + ("#".repeat(filled) + " ".repeat(WIDTH - filled))
            + ("] " + percent + "% " + done + " of " + total + " events"));
  }

  /** Leaves the line. */
  void end() {
    if (drawn) {
      terminal.printError("\n");
    }
  }
}
