package com.keeptrusts.gateway.store.h2;

import org.jspecify.annotations.Nullable;

/**
 * Events in one row of the table: they share all that events are found by. A row costs H2 many
 * times what its text does, and at a thousand events a second most have neighbours of their kind.
 */
final class EventRun {
  /** The numbers of a run's events differ by less. */
  static final int SPREAD = 256;

  private static final int MAX_CHARS = 64 << 10;

  /** What a run's events have in common. */
  record Kind(String group, String result, @Nullable String principal, long epochMinute) {
    static Kind of(EventRow row) {
      long minute = Math.floorDiv(row.atMillis(), Rollups.MINUTE_MILLIS);
      return new Kind(row.group(), row.result(), row.principal(), minute);
    }
  }

  private final Kind kind;
  private final long firstSeq;
  private final StringBuilder lines = new StringBuilder();
  private EventRow last;
  private long lastSeq;

  EventRun(EventRow row, long seq) {
    kind = Kind.of(row);
    firstSeq = seq;
    last = row;
    lastSeq = seq;
  }

  boolean hasRoomFor(EventRow row, long seq) {
    return seq - firstSeq < SPREAD
        && lines.length() + last.json().length() + row.json().length() < MAX_CHARS;
  }

  void add(EventRow row, long seq) {
    appendLast();
    last = row;
    lastSeq = seq;
  }

  private void appendLast() {
    RunText.append(lines, lastSeq, last.atMillis(), last.json());
  }

  Kind kind() {
    return kind;
  }

  /** The number of the last event, which is the row's. */
  long seq() {
    return lastSeq;
  }

  /** When the last event ended, in milliseconds; the others did in the same minute. */
  long atMillis() {
    return last.atMillis();
  }

  /** What stands in the row; to be asked once. */
  String text() {
    if (lastSeq == firstSeq) {
      return last.json();
    }
    appendLast();
    return lines.toString();
  }
}
