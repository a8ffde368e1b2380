package com.keeptrusts.gateway.store.h2;

import com.keeptrusts.gateway.event.ArchiveUnavailableException;
import com.keeptrusts.gateway.store.journal.Journal;
import com.keeptrusts.gateway.store.journal.JournalReader;
import com.keeptrusts.gateway.store.journal.LogThrottle;
import com.keeptrusts.gateway.store.journal.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes the database: opens it, loads the journal into it a few times a second
 * and at once when a query waits, deletes what is old, and begins again after a failure.
 */
final class LoadThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LoadThread.class);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path folder;
  private final Journal journal;
  private final JournalReader reader;
  private final Retention retention;
  private final LogThrottle throttle;
  private final Thread thread = new Thread(this::run, "kt-events");

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition asked = lock.newCondition();
  private final Condition moved = lock.newCondition();
  private boolean isAsked;
  private boolean isClosing;
  private long failures;
  private @Nullable Exception failure;
  private Position loaded = Position.START;
  private volatile @Nullable Database database;
  private volatile boolean suspect;
  private volatile long caughtUpNanos = System.nanoTime();

  /** Touched by this thread only. */
  private @Nullable Loader loader;

  LoadThread(Path folder, Journal journal, InstantSource clock, int retentionDays) {
    this.folder = folder;
    this.journal = journal;
    this.reader = new JournalReader(journal);
    this.retention = new Retention(clock, retentionDays);
    this.throttle = new LogThrottle(clock);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /**
   * Waits until everything before a position is in the tables.
   *
   * @throws ArchiveUnavailableException when the database fails meanwhile
   */
  void awaitLoaded(Position end) {
    lock.lock();
    try {
      long failuresBefore = failures;
      long patienceNanos = PATIENCE.toNanos();
      isAsked = true;
      asked.signal();
      while (database == null || loaded.compareTo(end) < 0) {
        if (isClosing) {
          throw new ArchiveUnavailableException("the gateway is going down");
        }
        if (failures != failuresBefore && failure != null) {
          throw new ArchiveUnavailableException(complaint(failure), failure);
        }
        if (patienceNanos <= 0) {
          throw new ArchiveUnavailableException("events are still being loaded, ask again");
        }
        patienceNanos = moved.awaitNanos(patienceNanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ArchiveUnavailableException("interrupted while events were being loaded", e);
    } finally {
      lock.unlock();
    }
  }

  /** Why events cannot be loaded now; empty when the last attempt succeeded. */
  Optional<String> problem() {
    lock.lock();
    try {
      return Optional.ofNullable(failure).map(this::complaint);
    } finally {
      lock.unlock();
    }
  }

  /** Everything before it is in the tables. */
  Position loaded() {
    lock.lock();
    try {
      return loaded;
    } finally {
      lock.unlock();
    }
  }

  /** How long ago everything that had been written was in the tables. */
  Duration sinceCaughtUp() {
    return Duration.ofNanos(System.nanoTime() - caughtUpNanos);
  }

  /** The connection for queries. */
  Connection readConnection() {
    Database open = database;
    if (open == null) {
      throw new ArchiveUnavailableException("the event database is not open, ask again");
    }
    return open.reader();
  }

  /** A query failed: the file is opened anew before anything else is done with it. */
  void suspect() {
    suspect = true;
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    boolean closing = false;
    while (!closing) {
      closing = pause(pause);
      pause = attempt() ? PAUSE : PAUSE_AFTER_FAILURE;
    }
    closeDatabase();
  }

  /** Returns whether the end has come. */
  private boolean pause(Duration pause) {
    lock.lock();
    try {
      long nanos = pause.toNanos();
      while (!isAsked && !isClosing && nanos > 0) {
        nanos = asked.awaitNanos(nanos);
      }
      isAsked = false;
      return isClosing;
    } catch (InterruptedException e) {
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean attempt() {
    try {
      Database open = opened();
      Loader into = loader(open);
      boolean more = true;
      while (more) {
        loadAll(open, into);
        more = retention.step(open.writer()) && !isClosing();
      }
      recovered();
      return true;
    } catch (SQLException | IOException | RuntimeException e) {
      fail(e);
      return false;
    }
  }

  private Database opened() throws SQLException, IOException {
    if (suspect) {
      closeDatabase();
      suspect = false;
    }
    Database open = database;
    if (open == null) {
      open = Database.open(folder);
      database = open;
    }
    return open;
  }

  private Loader loader(Database open) throws SQLException {
    Loader into = loader;
    if (into == null) {
      into = new Loader(open.writer());
      if (into.position().segment() > journal.end().segment()) {
        LOG.warn("the journal was begun anew, its events are added to those of the database");
        into.restartAt(Position.START);
      }
      loader = into;
    }
    return into;
  }

  private void loadAll(Database open, Loader into) throws SQLException, IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    JournalReader.Piece piece = reader.read(into.position());
    while (!piece.next().equals(into.position())) {
      into.load(piece);
      loadedUpTo(into.position());
      release(open, into.position());
      if (isClosing() && System.nanoTime() - deadline > 0) {
        LOG.warn("events are left in the journal, the next start will load them");
        return;
      }
      piece = reader.read(into.position());
    }
    caughtUpNanos = System.nanoTime();
    loadedUpTo(into.position());
    release(open, into.position());
  }

  private void loadedUpTo(Position position) {
    lock.lock();
    try {
      loaded = position;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void release(Database open, Position position) throws SQLException, IOException {
    if (journal.isReleasable(position)) {
      open.sync();
      journal.release(position);
    }
  }

  private void recovered() {
    lock.lock();
    try {
      failure = null;
    } finally {
      lock.unlock();
    }
  }

  private void fail(Exception e) {
    if (throttle.isDue()) {
      LOG.error("{}", complaint(e));
      LOG.debug("the event database failed", e);
    }
    closeDatabase();
    lock.lock();
    try {
      failures++;
      failure = e;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private String complaint(Exception e) {
    return "the event database \""
        + folder.resolve("events.mv.db")
        + "\" cannot be used ("
        + e.getMessage()
        + "); events stay in the journal and are loaded later; where the file is damaged, move it"
        + " away, and a new one is begun";
  }

  private void closeDatabase() {
    Database open = database;
    database = null;
    loader = null;
    loadedUpTo(Position.START);
    try {
      if (open != null) {
        open.close();
      }
    } catch (SQLException e) {
      LOG.warn("cannot close the event database ({})", e.getMessage());
    }
  }

  private boolean isClosing() {
    lock.lock();
    try {
      return isClosing;
    } finally {
      lock.unlock();
    }
  }

  /** Loads what is left and closes the database; gives up after a while. */
  @Override
  public void close() {
    lock.lock();
    try {
      isClosing = true;
      asked.signal();
      moved.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(2 * TimeUnit.NANOSECONDS.toMillis(PATIENCE.toNanos()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("the event database does not close, it is left to the end of the process");
    }
  }
}
