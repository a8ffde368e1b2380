package com.keeptrusts.gateway.proxy.answer;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.eclipse.jetty.http.GZIPContentDecoder;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads an answer's content coding on the way. */
interface ContentCoding {
  /** Where decoded bytes go. */
  interface Sink {
    void accept(byte[] bytes, int offset, int length);
  }

  /**
   * Decodes the next bytes, as far as they can be decoded and until a turn is over: a few of them
   * may stand for very many.
   *
   * @return false when a turn is over; to be called again with the same buffer, once others that
   *     the thread works for have had theirs
   */
  boolean decode(ByteBuffer received, Sink sink);

  /** How many bytes a turn may bring of so many received ones. */
  default int mostDecoded(int received) {
    return received;
  }

  /** The bytes are the text. */
  ContentCoding IDENTITY =
      (received, sink) -> {
        sink.accept(
            received.array(), received.arrayOffset() + received.position(), received.remaining());
        return true;
      };

  /** Nothing here can read the bytes. */
  ContentCoding UNREADABLE = (received, sink) -> true;

  /** The coding of a {@code Content-Encoding} header. */
  static ContentCoding of(@Nullable String header) {
    String name = header == null ? "" : header.trim().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "", "identity" -> IDENTITY;
      case "gzip", "x-gzip" -> new Gzip();
      default -> UNREADABLE;
    };
  }

  /** gzip, piece by piece; after broken input nothing more is read. */
  final class Gzip implements ContentCoding {
    /** Decoded bytes, as many as a thread reads of an answer that has no coding. */
    private static final int TURN = 64 * 1024;

    private final Pieces decoder = new Pieces();
    private int inTurn;
    private boolean broken;

    @Override
    public boolean decode(ByteBuffer received, Sink sink) {
      while (!broken && inTurn < TURN) {
        byte[] text = next(received);
        if (text.length == 0 && !received.hasRemaining()) {
          return true;
        }
        inTurn += text.length;
        sink.accept(text, 0, text.length);
      }
      inTurn = 0;
      return broken;
    }

    private byte[] next(ByteBuffer received) {
      try {
        return decoder.next(received);
      } catch (RuntimeException e) {
        broken = true;
        return new byte[0];
      }
    }

    @Override
    public int mostDecoded(int received) {
      return TURN;
    }
  }

  /** Decodes no more at once than one of its buffers takes. */
  final class Pieces extends GZIPContentDecoder {
    @Override
    protected boolean decodedChunk(RetainableByteBuffer chunk) {
      var unused = super.decodedChunk(chunk);
      return true;
    }

    byte[] next(ByteBuffer compressed) {
      RetainableByteBuffer decoded = decode(compressed);
      byte[] text = new byte[decoded.remaining()];
      decoded.getByteBuffer().get(text);
      decoded.release();
      return text;
    }
  }
}
