package com.keeptrusts.gateway.store.journal;

import java.util.function.Consumer;

/** Cuts a buffer into lines. */
final class Lines {
  private Lines() {}

  /**
   * Hands over every line that ends.
   *
   * @return the offset behind the last line break; 0 when there is none
   */
  static int forEach(byte[] buffer, int length, Consumer<JournalLine> lines) {
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (buffer[i] == '\n') {
        lines.accept(JournalLine.at(buffer, start, i));
        start = i + 1;
      }
    }
    return start;
  }
}
