package com.keeptrusts.gateway.store.h2;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.keeptrusts.gateway.event.EventArchive.Page;
import com.keeptrusts.gateway.event.EventParser;
import com.keeptrusts.gateway.event.Events;
import com.keeptrusts.gateway.store.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A journal and the archive beside it, with a clock that tests set. */
final class ArchiveFixture implements AutoCloseable {
  static volatile Instant now = Events.NOON;
  final Journal journal;
  final H2EventArchive archive;

  ArchiveFixture(Path folder) throws IOException {
    this(folder, 90);
  }

  ArchiveFixture(Path folder, int retentionDays) throws IOException {
    journal = Journal.open(folder, () -> now);
    archive = H2EventArchive.open(folder, journal, () -> now, retentionDays);
  }

  ArchiveFixture record(Events... events) {
    for (Events event : events) {
      journal.record(event.build());
    }
    return this;
  }

  static List<String> ids(Page page) {
    return page.events().stream().map(ArchiveFixture::id).toList();
  }

  static String id(String json) {
    return EventParser.parse(json.getBytes(UTF_8)).id();
  }

  @Override
  public void close() throws IOException {
    archive.close();
    journal.close();
  }
}
