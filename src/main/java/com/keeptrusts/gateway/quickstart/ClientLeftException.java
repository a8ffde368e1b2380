package com.keeptrusts.gateway.quickstart;

import java.io.IOException;

/** The client closed or reset the connection while its answer was pending. */
final class ClientLeftException extends IOException {
  private static final long serialVersionUID = 1L;

  ClientLeftException() {
    super("the client left before its answer was complete");
  }
}
