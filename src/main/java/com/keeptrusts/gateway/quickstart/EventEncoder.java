package com.keeptrusts.gateway.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** The bytes of a stream's events; compressed ones can be read up to each event's end. */
final class EventEncoder {
  private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
  private final Optional<GZIPOutputStream> gzip;

  EventEncoder(boolean gzipped) throws IOException {
    this.gzip =
        gzipped ? Optional.of(new GZIPOutputStream(compressed, 512, true)) : Optional.empty();
  }

  byte[] encode(byte[] event) throws IOException {
    if (gzip.isEmpty()) {
      return event;
    }
    gzip.get().write(event);
    gzip.get().flush();
    return drain();
  }

  /** What is left to send after the last event; may be nothing. */
  byte[] finish() throws IOException {
    if (gzip.isEmpty()) {
      return new byte[0];
    }
    gzip.get().close();
    return drain();
  }

  private byte[] drain() {
    byte[] bytes = compressed.toByteArray();
    compressed.reset();
    return bytes;
  }
}
