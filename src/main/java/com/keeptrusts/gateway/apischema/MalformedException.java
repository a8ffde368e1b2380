package com.keeptrusts.gateway.apischema;

/** A body that must not be forwarded; its words are for the developer who sent it. */
final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /** Without a stack trace: it is a verdict over the client's bytes, not a fault of ours. */
  MalformedException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** A problem at a place in a textual body. */
  static MalformedException at(String problem, byte[] body, long offset) {
    return new MalformedException(problem + ", at " + Place.of(body, offset));
  }

  String reason() {
    return reason;
  }
}
