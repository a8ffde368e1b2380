package com.keeptrusts.gateway.quickstart;

import java.io.IOException;

/** What came over the wire is no HTTP/1.1 request; the connection cannot go on. */
final class BadRequestException extends IOException {
  private static final long serialVersionUID = 1L;

  BadRequestException(String message) {
    super(message);
  }
}
