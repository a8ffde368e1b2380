package com.keeptrusts.gateway.quickstart;

import java.time.Instant;

/**
 * How a call to the mock provider ended.
 *
 * @param at when the end was noticed
 * @param eventsSent how many stream events had been written; zero for plain answers
 */
public record CallEnding(Kind kind, Instant at, int eventsSent) {
  /** Who ended it. */
  public enum Kind {
    /** The whole answer was written, read or not: a client that leaves after is not seen. */
    COMPLETED,
    /** The client closed or reset the connection before the answer was complete. */
    CLIENT_LEFT,
    /** The provider died, as its behaviour told it to. */
    DIED,
    /** The mock provider was closed. */
    STOPPED
  }
}
