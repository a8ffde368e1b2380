package com.keeptrusts.gateway.store.journal;

import java.time.InstantSource;

/**
 * What a journal works with.
 *
 * @param opener opens the files
 * @param segmentBytes how long a file grows
 * @param maxWaiting how many events wait in memory while the disk refuses them
 */
record JournalSettings(
    InstantSource clock, AppendFile.Opener opener, long segmentBytes, int maxWaiting) {
  private static final long SEGMENT_BYTES = 8 << 20;
  private static final int MAX_WAITING = 10_000;

  static JournalSettings usual(InstantSource clock) {
    return new JournalSettings(clock, AppendFile::plain, SEGMENT_BYTES, MAX_WAITING);
  }
}
