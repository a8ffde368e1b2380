package com.keeptrusts.gateway.exchange;

import java.util.List;

/**
 * What one policy said of one exchange; never the text that it matched.
 *
 * @param entities the kinds that were found, as in {@code credit_card}
 * @param durationMicros how long it took, in microseconds
 */
public record PolicyOutcome(
    String name,
    String type,
    Phase phase,
    Verdict outcome,
    List<String> entities,
    long durationMicros) {
  public PolicyOutcome {
    entities = List.copyOf(entities);
  }

  /** Which side of the exchange was looked at. */
  public enum Phase {
    INPUT,
    OUTPUT
  }

  /** What the policy decided. */
  public enum Verdict {
    PASSED,
    FLAGGED,
    REDACTED,
    BLOCKED,
    FAILED
  }
}
