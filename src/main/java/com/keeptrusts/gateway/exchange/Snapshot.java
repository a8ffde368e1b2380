package com.keeptrusts.gateway.exchange;

import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One configuration, whole and immutable; a request keeps the one that it began with.
 *
 * @param version changes with the content; events carry it
 * @param targets in the order of the file
 * @param groups by name, in the order of the file
 * @param keys by the lower-case hexadecimal SHA-256 of the key
 * @param rateLimitHeaders whether answers carry {@code x-ratelimit-*}
 * @param maxBodyBytes the largest request body
 * @param sso where identities come from, where it is more than keys
 */
public record Snapshot(
    String version,
    List<Target> targets,
    Map<String, ConsumerGroup> groups,
    Map<String, ApiKey> keys,
    boolean rateLimitHeaders,
    long maxBodyBytes,
    Optional<SingleSignOn> sso) {
  /** A configuration that knows keys only. */
  public Snapshot(
      String version,
      List<Target> targets,
      Map<String, ConsumerGroup> groups,
      Map<String, ApiKey> keys,
      boolean rateLimitHeaders,
      long maxBodyBytes) {
    this(version, targets, groups, keys, rateLimitHeaders, maxBodyBytes, Optional.empty());
  }

  /** The first target, in the order of the file, that serves the model. */
  public Optional<Target> targetFor(ModelName model) {
    for (Target target : targets) {
      if (target.serves(model)) {
        return Optional.of(target);
      }
    }
    return Optional.empty();
  }
}
