package com.keeptrusts.gateway.store.journal;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events that the disk refuses for now, in order, up to a bound. */
final class WaitingEvents {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingEvents.class);

  private final LogThrottle throttle;
  private final int max;
  private final Deque<EventLine> lines = new ArrayDeque<>();
  private volatile int size;
  private long lost;

  WaitingEvents(InstantSource clock, int max) {
    this.throttle = new LogThrottle(clock);
    this.max = max;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  EventLine first() {
    return lines.getFirst();
  }

  void removeFirst() {
    lines.removeFirst();
    size = lines.size();
    if (lines.isEmpty()) {
      LOG.info("events are written again");
    }
  }

  /** Keeps an event; when too many wait it is lost but for its intent. */
  void add(EventLine line) {
    if (lines.size() < max) {
      lines.add(line);
      size = lines.size();
    } else {
      lost++;
    }
  }

  int size() {
    return size;
  }

  long lost() {
    return lost;
  }

  /** Says now and then why events wait. */
  void failed(IOException because) {
    if (throttle.isDue()) {
      LOG.error(
          "cannot write events ({}), {} wait in memory and {} were lost; make room on the disk or"
              + " mend the data folder's rights",
          because.toString(),
          size,
          lost);
    }
  }
}
