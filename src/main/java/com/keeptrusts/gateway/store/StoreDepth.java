package com.keeptrusts.gateway.store;

import java.time.Duration;

/**
 * How far events have come.
 *
 * @param bytes of the journal, on disk
 * @param openRequests whose intent is written and whose event is not
 * @param waitingEvents in memory, since the disk refuses them
 * @param lostEvents given up since the start
 * @param pendingBytes written, and not known to be in the event store; all of the journal while the
 *     database is not open
 * @param lag since when there are such; zero when there are none
 */
public record StoreDepth(
    long bytes,
    long openRequests,
    int waitingEvents,
    long lostEvents,
    long pendingBytes,
    Duration lag) {}
