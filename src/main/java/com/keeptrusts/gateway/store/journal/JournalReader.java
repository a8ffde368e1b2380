package com.keeptrusts.gateway.store.journal;

import com.keeptrusts.gateway.background.GiveWay;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads what the journal holds behind a position, piece by piece. */
public final class JournalReader {
  private static final int PIECE_BYTES = 512 << 10;

  private final Journal journal;
  private final GiveWay giveWay = new GiveWay();

  public JournalReader(Journal journal) {
    this.journal = journal;
  }

  /**
   * Some events, in the order in which they ended.
   *
   * @param events the JSON of each, in an array that they share
   * @param next where the next piece begins; as asked when there is nothing yet
   */
  public record Piece(List<ByteBuffer> events, Position next) {
    public Piece {
      events = List.copyOf(events);
    }
  }

  /** The events of one piece; none where a piece holds only intents. */
  public Piece read(Position from) throws IOException {
    SegmentFile file = journal.firstFrom(from);
    long offset = file.number() == from.segment() ? from.offset() : 0;
    if (offset >= file.end()) {
      return new Piece(List.of(), from);
    }
    return read(file, offset, PIECE_BYTES);
  }

  private Piece read(SegmentFile file, long offset, int maxBytes) throws IOException {
    int length = (int) Math.min(maxBytes, file.end() - offset);
    byte[] buffer = bytes(file, offset, length);
    List<ByteBuffer> events = new ArrayList<>();
    int whole = Lines.forEach(buffer, buffer.length, line -> add(line, events));
    boolean toTheEnd = offset + length == file.end();
    if (whole == 0 && !toTheEnd) {
      return read(file, offset, maxBytes * 2);
    }
    // What follows the last line break at the end of a full segment is torn for ever.
    return new Piece(events, new Position(file.number(), toTheEnd ? file.end() : offset + whole));
  }

  private void add(JournalLine line, List<ByteBuffer> events) {
    giveWay.step();
    if (line.kind() == JournalLine.Kind.EVENT) {
      events.add(line.jsonView());
    }
  }

  private static byte[] bytes(SegmentFile file, long offset, int length) throws IOException {
    try (FileInputStream in = new FileInputStream(file.path().toFile())) {
      in.skipNBytes(offset);
      return in.readNBytes(length);
    }
  }
}
