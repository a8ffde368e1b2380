package com.keeptrusts.gateway.store;

import com.keeptrusts.gateway.event.EventArchive;
import com.keeptrusts.gateway.event.EventLog;
import com.keeptrusts.gateway.store.h2.H2EventArchive;
import com.keeptrusts.gateway.store.journal.Journal;
import com.keeptrusts.gateway.store.journal.Position;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Where events live: the journal that takes them, and the archive in which they are found. */
public final class EventStore implements AutoCloseable {
  private final DataFolder folder;
  private final Journal journal;
  private final H2EventArchive archive;

  private EventStore(DataFolder folder, Journal journal, H2EventArchive archive) {
    this.folder = folder;
    this.journal = journal;
    this.archive = archive;
  }

  /**
   * Opens the store; the folder is its own from now on and is closed with it. Returns before the
   * database is open.
   *
   * @param retentionDays for how long events can be found; the sums per day stay
   * @throws IOException when the journal cannot be read or written; the folder is closed then
   */
  public static EventStore open(DataFolder folder, InstantSource clock, int retentionDays)
      throws IOException {
    try {
      Journal journal = Journal.open(folder.path(), clock);
      return new EventStore(
          folder, journal, H2EventArchive.open(folder.path(), journal, clock, retentionDays));
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  /** Where events are written. */
  public EventLog log() {
    return journal;
  }

  /** Where events are asked for. */
  public EventArchive archive() {
    return archive;
  }

  /** Why events cannot be asked for now, though none is lost; empty when they can. */
  public Optional<String> archiveProblem() {
    return archive.problem();
  }

  /** The tokens that groups have used on a UTC day; known for today and yesterday. */
  public Map<String, Long> tokensOn(LocalDate day) {
    return journal.tokensOn(day);
  }

  /** How many exchanges a kill had interrupted, which have their events now. */
  public int interrupted() {
    return journal.interrupted();
  }

  /** How many events wait in memory because the disk refuses them. */
  public int waitingEvents() {
    return journal.waiting();
  }

  /** How many events were given up because too many waited. */
  public long lostEvents() {
    return journal.lost();
  }

  /** How far events have come; cheap enough to ask for every few seconds. */
  public StoreDepth depth() {
    Position loaded = archive.loaded();
    return new StoreDepth(
        journal.bytes(),
        journal.openRequests(),
        journal.waiting(),
        journal.lost(),
        journal.bytesBehind(loaded),
        loaded.compareTo(journal.end()) < 0 ? archive.sinceCaughtUp() : Duration.ZERO);
  }

  /** Writes and loads what is left, for some seconds at most, and gives the folder back. */
  @Override
  public void close() throws IOException {
    archive.close();
    try {
      journal.close();
    } finally {
      folder.close();
    }
  }
}
