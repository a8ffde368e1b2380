package com.keeptrusts.gateway.store.journal;

import com.keeptrusts.gateway.background.Heartbeat;
import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.event.EventLog;
import com.keeptrusts.gateway.event.Intent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of events on disk, one line a write, so that a kill loses nothing. It numbers its files,
 * begins each with the days' totals, and says which files are needed no more.
 */
public final class Journal implements EventLog, Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final int SPINS = 100;

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Segments segments;
  private final DayTotals totals;
  private final Map<String, Long> openSegments;
  private final WaitingEvents waiting;
  private final int interrupted;

  private final ReentrantLock syncing = new ReentrantLock();
  private final List<Segment> unsynced = new ArrayList<>();
  private final Heartbeat ticks = new Heartbeat("kt-journal", Duration.ofSeconds(1), this::tick);

  private Journal(Path folder, JournalSettings settings) throws IOException {
    this.clock = settings.clock();
    List<SegmentFile> found = SegmentFile.in(folder);
    Recovery recovery = Recovery.of(found);
    this.totals = recovery.totals();
    this.openSegments = new HashMap<>(recovery.openSegments());
    this.waiting = new WaitingEvents(clock, settings.maxWaiting());
    this.segments =
        new Segments(
            folder, found, settings.opener(), settings.segmentBytes(), this::checkpointLine);
    openSegments.values().forEach(segments::opened);
    List<Intent> open = recovery.openIntents();
    this.interrupted = open.size();
    open.forEach(intent -> record(Interrupted.event(intent)));
  }

  /**
   * Opens the journal in a folder that no other process uses. Exchanges that a kill interrupted get
   * their events.
   *
   * @throws IOException when the files cannot be read, or none can be created
   */
  public static Journal open(Path folder, InstantSource clock) throws IOException {
    return open(folder, JournalSettings.usual(clock));
  }

  static Journal open(Path folder, JournalSettings settings) throws IOException {
    Journal journal = new Journal(folder, settings);
    journal.ticks.start();
    return journal;
  }

  @Override
  public void intend(Intent intent) throws IOException {
    byte[] line = JournalLine.intent(intent);
    lockSoon();
    try {
      segments.append(line);
      long segment = segments.active().number();
      if (openSegments.put(intent.id(), segment) == null) {
        segments.opened(segment);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void record(Event event) {
    EventLine line = EventLine.of(event);
    lockSoon();
    try {
      if (!writeWaiting() || !isWritten(line)) {
        waiting.add(line);
      }
    } finally {
      lock.unlock();
    }
  }

  /** A line takes some 2 µs, far less than putting a thread to sleep and waking it. */
  private void lockSoon() {
    for (int i = 0; i < SPINS; i++) {
      if (lock.tryLock()) {
        return;
      }
      Thread.onSpinWait();
    }
    lock.lock();
  }

  /** Writes what a full disk made wait; returns whether nothing waits any longer. */
  private boolean writeWaiting() {
    while (!waiting.isEmpty()) {
      if (!isWritten(waiting.first())) {
        return false;
      }
      waiting.removeFirst();
    }
    return true;
  }

  private boolean isWritten(EventLine line) {
    try {
      segments.append(line.bytes());
    } catch (IOException e) {
      waiting.failed(e);
      return false;
    }
    totals.add(line.day(), line.group(), line.tokens());
    Long segment = openSegments.remove(line.id());
    if (segment != null) {
      segments.closed(segment);
    }
    return true;
  }

  private byte[] checkpointLine() {
    LocalDate yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    totals.dropBefore(yesterday.toString());
    return JournalLine.checkpoint(totals.toJson());
  }

  /** The tokens that groups have used on a UTC day; known for today and yesterday. */
  public Map<String, Long> tokensOn(LocalDate day) {
    lock.lock();
    try {
      return totals.on(day.toString());
    } finally {
      lock.unlock();
    }
  }

  /** How many exchanges a kill had interrupted. */
  public int interrupted() {
    return interrupted;
  }

  /** How many events wait in memory because the disk refuses them. */
  public int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** How many events were given up because too many waited. */
  public long lost() {
    lock.lock();
    try {
      return waiting.lost();
    } finally {
      lock.unlock();
    }
  }

  /** What the files hold together. */
  public long bytes() {
    return bytesBehind(Position.START);
  }

  /** What the files hold behind a position. */
  public long bytesBehind(Position position) {
    lock.lock();
    try {
      return segments.bytesBehind(position);
    } finally {
      lock.unlock();
    }
  }

  /** How many intents have no event yet. */
  public int openRequests() {
    lock.lock();
    try {
      return openSegments.size();
    } finally {
      lock.unlock();
    }
  }

  /** Behind everything that has been written. */
  public Position end() {
    lock.lock();
    try {
      return segments.end();
    } finally {
      lock.unlock();
    }
  }

  /** The first file that holds something behind a position, as far as it is written. */
  SegmentFile firstFrom(Position position) {
    lock.lock();
    try {
      return segments.firstFrom(position);
    } finally {
      lock.unlock();
    }
  }

  /** Whether {@link #release} would delete a file. */
  public boolean isReleasable(Position safe) {
    lock.lock();
    try {
      return segments.isReleasable(safe);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Deletes the files that nobody needs.
   *
   * @param safe everything before it survives a power cut elsewhere
   */
  public void release(Position safe) throws IOException {
    sync();
    lock.lock();
    try {
      segments.release(safe);
    } finally {
      lock.unlock();
    }
  }

  private void tick() {
    lock.lock();
    try {
      writeWaiting();
    } finally {
      lock.unlock();
    }
    try {
      sync();
    } catch (IOException e) {
      waiting.failed(e);
    }
  }

  /** Waits until everything that was written is on the disk. */
  void sync() throws IOException {
    syncing.lock();
    try {
      Segment growing = growing();
      while (!unsynced.isEmpty()) {
        unsynced.get(0).sync();
        unsynced.remove(0).close();
      }
      growing.sync();
    } finally {
      syncing.unlock();
    }
  }

  private Segment growing() {
    lock.lock();
    try {
      unsynced.addAll(segments.takeRetired());
      return segments.active();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    ticks.close();
    tick();
    lock.lock();
    try {
      segments.close();
    } finally {
      lock.unlock();
    }
    if (waiting() > 0) {
      LOG.error("{} events were never written, the disk refused them", waiting());
    }
  }
}
