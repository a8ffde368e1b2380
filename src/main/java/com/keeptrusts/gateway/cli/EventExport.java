package com.keeptrusts.gateway.cli;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One export, line by line, held against the number that the gateway promised. */
final class EventExport {
  private final AdminAnswer answer;
  private final EventPrinter printer;
  private final Terminal terminal;

  EventExport(AdminAnswer answer, EventPrinter printer, Terminal terminal) {
    this.answer = answer;
    this.printer = printer;
    this.terminal = terminal;
  }

  /**
   * Writes everything.
   *
   * @throws KtException when fewer events came than were promised
   */
  void to(Consumer<String> sink) {
    long total = answer.header("x-total-count").map(Long::parseLong).orElse(-1L);
    ProgressBar progress = ProgressBar.on(terminal, total);
    AtomicLong count = new AtomicLong();
    sink.accept(printer.begin());
    try {
      answer.eachLine(
          line -> {
            sink.accept(printer.print(line));
            progress.show(count.incrementAndGet());
          });
    } finally {
      progress.end();
    }
    sink.accept(printer.end());
    if (count.get() < total) {
      throw KtException.failed(
          "the export broke off: " + count.get() + " of " + total + " events came");
    }
  }
}
