package com.keeptrusts.gateway.bench.subject;

/** A subject cannot be had here; the message is the word that stands in its place in the table. */
public final class UnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnavailableException(String reason) {
    super(reason);
  }
}
