package com.keeptrusts.gateway.store;

import java.io.IOException;

/** The data folder cannot be used; the message is one line that says what to do. */
public final class DataFolderException extends IOException {
  private static final long serialVersionUID = 1;

  DataFolderException(String message, Throwable cause) {
    super(message, cause);
  }

  DataFolderException(String message) {
    super(message);
  }
}
