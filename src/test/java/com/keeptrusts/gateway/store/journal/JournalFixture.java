package com.keeptrusts.gateway.store.journal;

import com.keeptrusts.gateway.event.Event;
import com.keeptrusts.gateway.event.EventParser;
import com.keeptrusts.gateway.event.Events;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Journals with a clock that tests set and a disk that tests fill. */
final class JournalFixture {
  Instant now = Events.NOON;
  final FaultyDisk disk = new FaultyDisk();
  private final Path folder;
  private final long segmentBytes;
  private final int maxWaiting;

  JournalFixture(Path folder, long segmentBytes, int maxWaiting) {
    this.folder = folder;
    this.segmentBytes = segmentBytes;
    this.maxWaiting = maxWaiting;
  }

  JournalFixture(Path folder) {
    this(folder, 8 << 20, 100);
  }

  Journal open() throws IOException {
    InstantSource clock = () -> now;
    return Journal.open(folder, new JournalSettings(clock, disk, segmentBytes, maxWaiting));
  }

  /** Every event that a reader finds, in order. */
  static List<Event> events(Journal journal) throws IOException {
    JournalReader reader = new JournalReader(journal);
    List<Event> events = new ArrayList<>();
    Position from = Position.START;
    JournalReader.Piece piece = reader.read(from);
    while (!piece.next().equals(from)) {
      for (ByteBuffer json : piece.events()) {
        byte[] copy = new byte[json.remaining()];
        json.get(copy);
        events.add(EventParser.parse(copy));
      }
      from = piece.next();
      piece = reader.read(from);
    }
    return events;
  }

  static List<String> ids(Journal journal) throws IOException {
    return events(journal).stream().map(Event::id).toList();
  }

  List<Path> files() throws IOException {
    return SegmentFile.in(folder).stream().map(SegmentFile::path).toList();
  }

  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (SegmentFile file : SegmentFile.in(from)) {
      Files.copy(file.path(), to.resolve(file.path().getFileName()));
    }
  }
}
