package com.keeptrusts.gateway.store.journal;

import java.util.Comparator;

/**
 * A place in the journal.
 *
 * @param segment the number of a file
 * @param offset a byte in it at which a line begins
 */
public record Position(long segment, long offset) implements Comparable<Position> {
  /** Before everything. */
  public static final Position START = new Position(0, 0);

  private static final Comparator<Position> ORDER =
      Comparator.comparingLong(Position::segment).thenComparingLong(Position::offset);

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }
}
