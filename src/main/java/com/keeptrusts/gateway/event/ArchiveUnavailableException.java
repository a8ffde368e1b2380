package com.keeptrusts.gateway.event;

/** Events cannot be asked for now; they are still written, and can be asked for later. */
public final class ArchiveUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ArchiveUnavailableException(String message) {
    super(message);
  }

  public ArchiveUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
