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

  /** Decodes the next bytes, as far as they can be decoded. */
  void decode(byte[] bytes, Sink sink);

  /** The bytes are the text. */
  ContentCoding IDENTITY = (bytes, sink) -> sink.accept(bytes, 0, bytes.length);

  /** Nothing here can read the bytes. */
  ContentCoding UNREADABLE = (bytes, sink) -> {};

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
    private final GZIPContentDecoder decoder = new GZIPContentDecoder();
    private boolean broken;

    @Override
    public void decode(byte[] bytes, Sink sink) {
      ByteBuffer compressed = ByteBuffer.wrap(bytes);
      try {
        while (!broken && compressed.hasRemaining()) {
          RetainableByteBuffer decoded = decoder.decode(compressed);
          byte[] text = new byte[decoded.remaining()];
          decoded.getByteBuffer().get(text);
          decoded.release();
          sink.accept(text, 0, text.length);
        }
      } catch (RuntimeException e) {
        broken = true;
      }
    }
  }
}
