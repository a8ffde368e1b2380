package com.keeptrusts.gateway.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Sends each event as a line. */
final class EventLines implements Consumer<String> {
  private static final int BUFFER_BYTES = 32 * 1024;

  /** The client has enough: no failure of the gateway, and nobody is left to be told. */
  static final class ClientLeftException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClientLeftException(IOException cause) {
      super(cause);
    }
  }

  private final OutputStream out;

  EventLines(HttpServletResponse clientResponse) throws IOException {
    this.out = new BufferedOutputStream(clientResponse.getOutputStream(), BUFFER_BYTES);
  }

  /**
   * One event.
   *
   * @throws ClientLeftException when the client has left
   */
  @Override
  public void accept(String event) {
    try {
      out.write(event.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException e) {
      throw new ClientLeftException(e);
    }
  }

  void finish() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new ClientLeftException(e);
    }
  }
}
