package com.keeptrusts.gateway.exchange;

import java.time.Instant;
import java.util.Optional;

/**
 * One of a group's keys; the key itself is kept as its SHA-256 only.
 *
 * @param id for analytics: which of the group's keys it was
 * @param group the group's name
 * @param enabled whether it is let in
 * @param expiresAt from when on it is unknown
 */
public record ApiKey(String id, String group, boolean enabled, Optional<Instant> expiresAt) {
  /** Whether the key is known no more at this moment. */
  public boolean isExpired(Instant now) {
    return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
  }
}
