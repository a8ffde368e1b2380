package com.keeptrusts.gateway.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Sends each event as a line. */
final class EventLines implements Consumer<String> {
  private static final int BUFFER_BYTES = 32 * 1024;

  private final OutputStream out;

  EventLines(HttpServletResponse clientResponse) throws IOException {
    this.out = new BufferedOutputStream(clientResponse.getOutputStream(), BUFFER_BYTES);
  }

  /**
   * One event.
   *
   * @throws UncheckedIOException when the client has left
   */
  @Override
  public void accept(String event) {
    try {
      out.write(event.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void finish() throws IOException {
    out.flush();
  }
}
