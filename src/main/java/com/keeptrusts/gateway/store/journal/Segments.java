package com.keeptrusts.gateway.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The journal's files: those that are full, and the one that grows. Not safe for threads. */
final class Segments implements Closeable {
  private final Path folder;
  private final AppendFile.Opener opener;
  private final long maxBytes;
  private final Supplier<byte[]> checkpoint;
  private final Deque<SegmentFile> full;
  private final Map<Long, Integer> openIntents = new HashMap<>();
  private final List<Segment> retired = new ArrayList<>();
  private Segment active;

  /**
   * Begins a new segment behind those that are there: a file that a dead gateway left is never
   * written again.
   *
   * @param checkpoint the line with which a segment begins
   */
  Segments(
      Path folder,
      List<SegmentFile> found,
      AppendFile.Opener opener,
      long maxBytes,
      Supplier<byte[]> checkpoint)
      throws IOException {
    this.folder = folder;
    this.full = new ArrayDeque<>(found);
    this.opener = opener;
    this.maxBytes = maxBytes;
    this.checkpoint = checkpoint;
    this.active = begin(found.isEmpty() ? 1 : full.getLast().number() + 1);
  }

  private Segment begin(long number) throws IOException {
    Path path = SegmentFile.path(folder, number);
    return new Segment(number, path, opener.open(path));
  }

  void append(byte[] line) throws IOException {
    if (active.end() >= maxBytes) {
      rotate();
    }
    if (!active.isHeaded()) {
      active.head(checkpoint.get());
    }
    active.append(line);
  }

  private void rotate() throws IOException {
    Segment next = begin(active.number() + 1);
    full.add(new SegmentFile(active.number(), active.path(), active.end()));
    retired.add(active);
    active = next;
  }

  /** Behind the last line; a file without one counts only when it has one. */
  Position end() {
    Position end = new Position(active.number(), active.end());
    Iterator<SegmentFile> newestFirst = full.descendingIterator();
    while (end.offset() == 0 && newestFirst.hasNext()) {
      SegmentFile file = newestFirst.next();
      end = new Position(file.number(), file.end());
    }
    return end.offset() == 0 ? Position.START : end;
  }

  /** What the files hold behind a position. */
  long bytesBehind(Position position) {
    long bytes = behind(position, active.number(), active.end());
    for (SegmentFile file : full) {
      bytes += behind(position, file.number(), file.end());
    }
    return bytes;
  }

  private static long behind(Position position, long number, long end) {
    if (number < position.segment()) {
      return 0;
    }
    return number > position.segment() ? end : Math.max(0, end - position.offset());
  }

  /** The segment that grows. */
  Segment active() {
    return active;
  }

  void opened(long segment) {
    openIntents.merge(segment, 1, Integer::sum);
  }

  void closed(long segment) {
    openIntents.computeIfPresent(segment, (number, count) -> count == 1 ? null : count - 1);
  }

  /** The first piece of the journal that does not lie wholly before a position. */
  SegmentFile firstFrom(Position position) {
    for (SegmentFile file : full) {
      if (file.end() > 0 && new Position(file.number(), file.end()).compareTo(position) > 0) {
        return file;
      }
    }
    return new SegmentFile(active.number(), active.path(), active.end());
  }

  /**
   * Whether the oldest segment is not needed once everything before a position is safe elsewhere.
   * An event may stand in a later segment than its intent, so only the oldest may ever go.
   */
  boolean isReleasable(Position safe) {
    SegmentFile oldest = full.peek();
    return oldest != null
        && oldest.number() < safe.segment()
        && !openIntents.containsKey(oldest.number())
        && active.isHeaded();
  }

  void release(Position safe) throws IOException {
    while (isReleasable(safe)) {
      Files.deleteIfExists(full.getFirst().path());
      full.removeFirst();
    }
  }

  /** The full segments that were never synced nor closed; it is the caller's to do both. */
  List<Segment> takeRetired() {
    List<Segment> taken = List.copyOf(retired);
    retired.clear();
    return taken;
  }

  @Override
  public void close() throws IOException {
    active.close();
  }
}
