package com.keeptrusts.gateway.quickstart;

/** The request is answered with an error. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reply.Whole reply;

  RefusedException(Reply.Whole reply) {
    super("status " + reply.status(), null, false, false);
    this.reply = reply;
  }

  Reply.Whole reply() {
    return reply;
  }
}
