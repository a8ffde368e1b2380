package com.keeptrusts.gateway.tls;

import java.io.IOException;
import java.nio.file.Path;

/** Why a key or certificate file cannot be used, in words for an operator. */
public final class TlsFileException extends IOException {
  private static final long serialVersionUID = 1;

  TlsFileException(String message) {
    super(message);
  }

  TlsFileException(String message, Exception cause) {
    super(message, cause);
  }

  TlsFileException(Path file, String what) {
    this("the file '" + file + "' " + what);
  }

  TlsFileException(Path file, String what, Exception cause) {
    this("the file '" + file + "' " + what, cause);
  }
}
