package com.keeptrusts.gateway.store.h2;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events in one row of the table: they share all that events are found by. A row costs H2 many
 * times what its text does, and at a thousand events a second most have neighbours of their kind.
 */
final class EventRun {
  /** The numbers of a run's events differ by less. */
  static final int SPREAD = 256;

  private static final int MAX_BYTES = 64 << 10;

  /** What a run's events have in common. */
  record Kind(String group, String result, @Nullable String principal, long epochMinute) {
    static Kind of(EventRow row) {
      long minute = Math.floorDiv(row.atMillis(), Rollups.MINUTE_MILLIS);
      return new Kind(row.group(), row.result(), row.principal(), minute);
    }
  }

  private final Kind kind;
  private final long firstSeq;
  private final List<RunText.Line> lines = new ArrayList<>();
  private int bytes;

  EventRun(Kind kind, EventRow row, long seq) {
    this.kind = kind;
    this.firstSeq = seq;
    add(row, seq);
  }

  boolean hasRoomFor(EventRow row, long seq) {
    return seq - firstSeq < SPREAD && bytes + row.json().remaining() < MAX_BYTES;
  }

  void add(EventRow row, long seq) {
    lines.add(new RunText.Line(seq, row.atMillis(), row.json()));
    bytes += row.json().remaining();
  }

  Kind kind() {
    return kind;
  }

  /** The number of the last event, which is the row's. */
  long seq() {
    return last().seq();
  }

  /** When the last event ended, in milliseconds; the others did in the same minute. */
  long atMillis() {
    return last().atMillis();
  }

  private RunText.Line last() {
    return lines.get(lines.size() - 1);
  }

  byte[] text() {
    return RunText.write(lines);
  }
}
