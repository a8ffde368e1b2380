package com.keeptrusts.gateway.store.h2;

/** Numbers of events, both ends included; empty where the first is behind the last. */
record SeqSpan(long first, long last) {
  boolean isEmpty() {
    return first > last;
  }

  /** The part at the end that is at most so long. */
  SeqSpan tail(long length) {
    return new SeqSpan(Math.max(first, last - length + 1), last);
  }

  /** The part at the beginning that is at most so long. */
  SeqSpan head(long length) {
    return new SeqSpan(first, Math.min(last, first + length - 1));
  }

  /** Where the rows are that hold some of these. */
  SeqSpan ofRows() {
    return isEmpty() ? this : new SeqSpan(first, last + EventRun.SPREAD - 1);
  }

  boolean contains(long seq) {
    return first <= seq && seq <= last;
  }

  SeqSpan before(SeqSpan other) {
    return new SeqSpan(first, other.first - 1);
  }

  SeqSpan behind(SeqSpan other) {
    return new SeqSpan(other.last + 1, last);
  }

  SeqSpan behind(long seq) {
    return new SeqSpan(Math.max(first, seq + 1), last);
  }
}
