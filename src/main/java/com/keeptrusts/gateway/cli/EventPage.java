package com.keeptrusts.gateway.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Events that came in one answer.
 *
 * @param cursor where the next page begins
 */
record EventPage(List<String> lines, String cursor) {
  EventPage {
    lines = List.copyOf(lines);
  }

  /** Reads the whole answer first, so that one that breaks off is not printed twice. */
  static EventPage of(AdminAnswer answer) {
    List<String> lines = new ArrayList<>();
    answer.eachLine(lines::add);
    return new EventPage(
        lines,
        answer
            .header("x-next-cursor")
            .orElseThrow(
                () -> KtException.failed("the answer has no x-next-cursor: is it a gateway's?")));
  }
}
