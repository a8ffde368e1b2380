package com.keeptrusts.gateway.store.h2;

import com.keeptrusts.gateway.background.DaemonThreads;
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
  private final LoadProgress progress = new LoadProgress();
  private final DaemonThreads threads = new DaemonThreads("kt-events");
  private volatile @Nullable Database database;
  private volatile boolean suspect;

  /** Touched by this thread only. */
  private @Nullable Loader loader;

  LoadThread(Path folder, Journal journal, InstantSource clock, int retentionDays) {
    this.folder = folder;
    this.journal = journal;
    this.reader = new JournalReader(journal);
    this.retention = new Retention(clock, retentionDays);
    this.throttle = new LogThrottle(clock);
  }

  void start() {
    threads.newThread(this::run).start();
  }

  /** How far it has come. */
  LoadProgress progress() {
    return progress;
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
      closing = progress.awaitWork(pause);
      pause = attempt() ? PAUSE : PAUSE_AFTER_FAILURE;
    }
    closeDatabase();
  }

  private boolean attempt() {
    try {
      Database open = opened();
      Loader into = loader(open);
      boolean more = true;
      while (more) {
        loadAll(open, into);
        more = retention.step(open.writer()) && !progress.isClosing();
      }
      progress.recovered();
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
      progress.loadedUpTo(into.position());
      release(open, into.position());
      if (progress.isClosing() && System.nanoTime() - deadline > 0) {
        LOG.warn("events are left in the journal, the next start will load them");
        return;
      }
      piece = reader.read(into.position());
    }
    progress.caughtUp();
    progress.loadedUpTo(into.position());
    release(open, into.position());
  }

  private void release(Database open, Position position) throws SQLException, IOException {
    if (journal.isReleasable(position)) {
      open.sync();
      journal.release(position);
    }
  }

  private void fail(Exception e) {
    String complaint = complaint(e);
    if (throttle.isDue()) {
      LOG.error("{}", complaint);
      LOG.debug("the event database failed", e);
    }
    closeDatabase();
    progress.failed(complaint, e);
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
    progress.closed();
    try {
      if (open != null) {
        open.close();
      }
    } catch (SQLException e) {
      LOG.warn("cannot close the event database ({})", e.getMessage());
    }
  }

  /** Loads what is left and closes the database; gives up after a while. */
  @Override
  public void close() {
    progress.close();
    threads.awaitEnd(PATIENCE.multipliedBy(2));
  }
}
