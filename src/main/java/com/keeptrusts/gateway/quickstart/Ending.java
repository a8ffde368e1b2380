package com.keeptrusts.gateway.quickstart;

/**
 * How an answer ends before it is complete.
 *
 * @param after how many stream events come first; {@link #BEFORE_HEAD} for not even a status line.
 *     Of a plain answer, zero lets the head through, more lets half of the body through
 */
public record Ending(Kind kind, int after) {
  /** Before the status line. */
  public static final int BEFORE_HEAD = -1;

  /** The whole answer. */
  public static final Ending COMPLETE = new Ending(Kind.COMPLETE, 0);

  /** What happens then. */
  public enum Kind {
    COMPLETE,
    /** The connection is reset. */
    RESET,
    /** The connection is closed, without the last chunk or the rest of the promised length. */
    CLOSE,
    /** Nothing more is sent until the client leaves. */
    SILENCE
  }

  boolean comesBeforeHead() {
    return kind != Kind.COMPLETE && after < 0;
  }

  boolean comesAfter(int events) {
    return kind != Kind.COMPLETE && after == events;
  }
}
