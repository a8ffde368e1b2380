package com.keeptrusts.gateway.store.h2;

import com.keeptrusts.gateway.store.h2.EventRun.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows that a batch of events makes. */
final class EventRuns {
  private final List<EventRun> runs = new ArrayList<>();
  private final Map<Kind, EventRun> open = new HashMap<>();

  /** Events that fired policies are found by them too, and stay alone. */
  void add(EventRow row, long seq) {
    Kind kind = Kind.of(row);
    if (!row.firedPolicies().isEmpty()) {
      runs.add(new EventRun(kind, row, seq));
      return;
    }
    EventRun run = open.get(kind);
    if (run != null && run.hasRoomFor(row, seq)) {
      run.add(row, seq);
    } else {
      EventRun begun = new EventRun(kind, row, seq);
      runs.add(begun);
      open.put(kind, begun);
    }
  }

  /** In the order of their numbers, which is how the table grows cheapest. */
  List<EventRun> inOrder() {
    runs.sort(Comparator.comparingLong(EventRun::seq));
    return runs;
  }
}
