package com.keeptrusts.gateway.store.journal;

import com.keeptrusts.gateway.event.Intent;
import com.keeptrusts.gateway.event.IntentReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the journal's files say at the start: the days' totals, and the intents without an end. */
final class Recovery {
  private record OpenIntent(long segment, JournalLine line) {}

  private DayTotals totals = new DayTotals();
  private final Map<String, OpenIntent> open = new LinkedHashMap<>();

  /** Reads segments, oldest first. */
  static Recovery of(List<SegmentFile> segments) throws IOException {
    Recovery recovery = new Recovery();
    try {
      for (SegmentFile segment : segments) {
        segment.forEachLine(line -> recovery.read(segment.number(), line));
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
    return recovery;
  }

  private void read(long segment, JournalLine line) {
    switch (line.kind()) {
      case INTENT -> open.put(line.id(), new OpenIntent(segment, line));
      case EVENT -> {
        open.remove(line.id());
        totals.add(line.day(), line.group(), line.tokens());
      }
      case CHECKPOINT -> totals = checkpoint(line);
      case TORN -> {}
    }
  }

  private static DayTotals checkpoint(JournalLine line) {
    try {
      return DayTotals.fromJson(line.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DayTotals totals() {
    return totals;
  }

  /** Which segment holds each intent that has no event. */
  Map<String, Long> openSegments() {
    Map<String, Long> segments = new LinkedHashMap<>();
    open.forEach((id, intent) -> segments.put(id, intent.segment()));
    return segments;
  }

  /** The intents that have no event, oldest first. */
  List<Intent> openIntents() throws IOException {
    List<Intent> intents = new ArrayList<>();
    for (OpenIntent intent : open.values()) {
      intents.add(IntentReader.read(intent.line().json()));
    }
    return intents;
  }
}
