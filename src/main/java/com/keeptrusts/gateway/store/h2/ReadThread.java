package com.keeptrusts.gateway.store.h2;

import com.keeptrusts.gateway.background.DaemonThreads;
import com.keeptrusts.gateway.event.ArchiveUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Asks the database on one thread of its own: an interrupted caller would close H2's file for
 * everybody, and many at once would fill the memory that is for requests.
 */
final class ReadThread implements AutoCloseable {
  private static final int MAX_WAITING = 100;
  private static final int IDLE_SECONDS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Something to ask. */
  interface Query<T> {
    T from(Connection connection) throws SQLException;
  }

  private final LoadThread loading;
  private final DaemonThreads threads = new DaemonThreads("kt-queries");
  private final ThreadPoolExecutor thread;

  ReadThread(LoadThread loading) {
    this.loading = loading;
    this.thread =
        new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), threads);
    thread.allowCoreThreadTimeOut(true);
  }

  /**
   * Asks and waits.
   *
   * @throws ArchiveUnavailableException when the database fails or too many ask
   */
  <T> T read(Query<T> query) {
    try {
      Future<T> answer = thread.submit(() -> query.from(loading.readConnection()));
      return answer.get();
    } catch (RejectedExecutionException e) {
      throw new ArchiveUnavailableException("too many ask for events at once, ask again", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ArchiveUnavailableException("interrupted while events were read", e);
    } catch (ExecutionException e) {
      throw failed(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private ArchiveUnavailableException failed(Throwable cause) {
    if (cause instanceof ArchiveUnavailableException known) {
      return known;
    }
    loading.suspect();
    return new ArchiveUnavailableException(
        "the event database failed (" + cause.getMessage() + "), ask again", cause);
  }

  @Override
  public void close() {
    thread.shutdown();
    threads.awaitEnd(PATIENCE);
  }
}
