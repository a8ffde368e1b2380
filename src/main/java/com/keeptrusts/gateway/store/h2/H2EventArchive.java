package com.keeptrusts.gateway.store.h2;

import com.keeptrusts.gateway.event.EventArchive;
import com.keeptrusts.gateway.event.EventFilter;
import com.keeptrusts.gateway.store.h2.EventSelect.Row;
import com.keeptrusts.gateway.store.journal.Journal;
import com.keeptrusts.gateway.store.journal.Position;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The events in an embedded H2 database, which is loaded from the journal in the background. */
public final class H2EventArchive implements EventArchive, AutoCloseable {
  private static final int EXPORT_STEP = 1000;
  private static final int COUNT_STEP = 5000;
  private static final int WIDEST_STEP = 5000;

  private final Journal journal;
  private final InstantSource clock;
  private final LoadThread loading;
  private final ReadThread reading;

  private H2EventArchive(Journal journal, InstantSource clock, LoadThread loading) {
    this.journal = journal;
    this.clock = clock;
    this.loading = loading;
    this.reading = new ReadThread(loading);
  }

  /** Begins to load in the background; the database is opened there too. */
  public static H2EventArchive open(
      Path folder, Journal journal, InstantSource clock, int retentionDays) {
    LoadThread loading = new LoadThread(folder, journal, clock, retentionDays);
    loading.start();
    return new H2EventArchive(journal, clock, loading);
  }

  /** Why events cannot be asked for now; empty when they can. */
  public Optional<String> problem() {
    return loading.progress().problem();
  }

  /** Everything before it can be asked for. */
  public Position loaded() {
    return loading.progress().loaded();
  }

  /** For how long not everything has been loaded that was written. */
  public Duration sinceCaughtUp() {
    return loading.progress().sinceCaughtUp();
  }

  @Override
  public Page last(EventFilter filter, int count) {
    EventSelect select = new EventSelect(filter);
    return read(
        connection -> {
          long end = EventSelect.lastSeq(connection);
          SeqSpan span = select.span(connection);
          List<Row> rows =
              select.isIndexed()
                  ? select.latest(connection, span, count)
                  : walkBack(connection, select, span, count);
          return new Page(rows.stream().map(Row::json).toList(), end);
        });
  }

  /** Numbers have no gaps, so the first step back is nearly always the only one. */
  private static List<Row> walkBack(
      Connection connection, EventSelect select, SeqSpan span, int count) throws SQLException {
    List<Row> rows = new ArrayList<>();
    SeqSpan left = span;
    for (int step = count; !left.isEmpty() && rows.size() < count; step = wider(step)) {
      SeqSpan some = left.tail(step);
      rows.addAll(0, select.within(connection, some));
      left = left.before(some);
    }
    return rows.subList(Math.max(0, rows.size() - count), rows.size());
  }

  private static int wider(int step) {
    return Math.max(step, Math.min(step * 2, WIDEST_STEP));
  }

  @Override
  public Page after(EventFilter filter, long cursor, int count) {
    EventSelect select = new EventSelect(filter);
    SeqSpan span = loadedSpan(select);
    long end = Math.max(cursor, reading.read(EventSelect::lastSeq));
    List<String> events = new ArrayList<>();
    SeqSpan left = new SeqSpan(span.first(), Math.min(span.last(), end)).behind(cursor);
    while (!left.isEmpty()) {
      SeqSpan some = left.head(EXPORT_STEP);
      for (Row row : reading.read(connection -> select.within(connection, some))) {
        events.add(row.json());
        if (events.size() == count) {
          return new Page(events, row.seq());
        }
      }
      left = left.behind(some);
    }
    return new Page(events, end);
  }

  @Override
  public long export(EventFilter filter, Consumer<String> sink) {
    EventSelect select = new EventSelect(filter);
    long exported = 0;
    SeqSpan left = loadedSpan(select);
    while (!left.isEmpty()) {
      SeqSpan some = left.head(EXPORT_STEP);
      List<Row> rows = reading.read(connection -> select.within(connection, some));
      rows.forEach(row -> sink.accept(row.json()));
      exported += rows.size();
      left = left.behind(some);
    }
    return exported;
  }

  @Override
  public long count(EventFilter filter) {
    EventSelect select = new EventSelect(filter);
    long count = 0;
    SeqSpan left = loadedSpan(select);
    while (!left.isEmpty()) {
      SeqSpan some = left.head(COUNT_STEP);
      count += reading.read(connection -> select.within(connection, some)).size();
      left = left.behind(some);
    }
    return count;
  }

  @Override
  public List<Usage> usage(Instant since, Instant until, Optional<String> consumerGroup) {
    if (!since.isBefore(until)) {
      return List.of();
    }
    String first = day(since);
    String last = day(until.minusNanos(1));
    return read(connection -> UsageSelect.usage(connection, first, last, consumerGroup));
  }

  private static String day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }

  @Override
  public Optional<String> ownerOf(String responseId) {
    Instant since = clock.instant().minus(Retention.RESPONSES);
    return read(connection -> UsageSelect.owner(connection, responseId, since));
  }

  private SeqSpan loadedSpan(EventSelect select) {
    return read(select::span);
  }

  /** Reads, once everything that has ended by now is loaded. */
  private <T> T read(ReadThread.Query<T> query) {
    loading.progress().awaitLoaded(journal.end());
    return reading.read(query);
  }

  /** Loads what the journal still holds, then closes the database. */
  @Override
  public void close() {
    reading.close();
    loading.close();
    Database.unload();
  }
}
