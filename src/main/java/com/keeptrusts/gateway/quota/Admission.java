package com.keeptrusts.gateway.quota;

import com.keeptrusts.gateway.exchange.Hold;

/** The verdict over one request: everything was taken, or nothing was. */
public sealed interface Admission {
  /** Admitted; the verdict is itself what was taken, so that an admission makes one object. */
  non-sealed interface Taken extends Admission, Hold {}

  /**
   * Refused for now; of several limits that refuse, the one with the longest wait.
   *
   * @param limit the limit in force
   * @param waitNanos until this very request would pass every limit, if nothing else happens
   */
  record Denied(Dimension dimension, long limit, long waitNanos) implements Admission {
    Denied orLonger(Denied other) {
      return other.waitNanos > waitNanos ? other : this;
    }
  }

  /**
   * Refused for ever: the prompt alone is over the limit.
   *
   * @param limit the smallest token limit that the prompt exceeds
   * @param estimatedTokens the prompt's estimate
   */
  record PromptTooLarge(Dimension dimension, long limit, long estimatedTokens)
      implements Admission {}
}
