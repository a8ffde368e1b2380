package com.keeptrusts.gateway.store.h2;

import com.keeptrusts.gateway.event.ArchiveUnavailableException;
import com.keeptrusts.gateway.store.journal.Position;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How far loading has come: what the thread that loads tells, and what others wait for. */
final class LoadProgress {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Why the last attempt failed. */
  private record Failure(String complaint, Exception cause) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition asked = lock.newCondition();
  private final Condition moved = lock.newCondition();
  private boolean isAsked;
  private boolean isClosing;
  private boolean isOpen;
  private Position loaded = Position.START;
  private long failures;
  private @Nullable Failure failure;
  private volatile long caughtUpNanos = System.nanoTime();

  /**
   * Waits until everything before a position is in the tables; the thread begins at once.
   *
   * @throws ArchiveUnavailableException when the database fails meanwhile, or it takes too long
   */
  void awaitLoaded(Position end) {
    lock.lock();
    try {
      long failuresBefore = failures;
      long patienceNanos = PATIENCE.toNanos();
      isAsked = true;
      asked.signal();
      while (!isOpen || loaded.compareTo(end) < 0) {
        if (isClosing) {
          throw new ArchiveUnavailableException("the gateway is going down");
        }
        if (failures != failuresBefore && failure != null) {
          throw new ArchiveUnavailableException(failure.complaint(), failure.cause());
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
      return Optional.ofNullable(failure).map(Failure::complaint);
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

  /** Waits for a while, or until somebody waits for events; whether the end has come. */
  boolean awaitWork(Duration pause) {
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

  void loadedUpTo(Position position) {
    lock.lock();
    try {
      isOpen = true;
      loaded = position;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Everything that has been written is in the tables. */
  void caughtUp() {
    caughtUpNanos = System.nanoTime();
  }

  /** The database is closed: what is in it is found out when it is opened again. */
  void closed() {
    lock.lock();
    try {
      isOpen = false;
      loaded = Position.START;
    } finally {
      lock.unlock();
    }
  }

  void failed(String complaint, Exception cause) {
    lock.lock();
    try {
      failures++;
      failure = new Failure(complaint, cause);
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void recovered() {
    lock.lock();
    try {
      failure = null;
    } finally {
      lock.unlock();
    }
  }

  boolean isClosing() {
    lock.lock();
    try {
      return isClosing;
    } finally {
      lock.unlock();
    }
  }

  /** The end has come: nobody waits any longer. */
  void close() {
    lock.lock();
    try {
      isClosing = true;
      asked.signal();
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
