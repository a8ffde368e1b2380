package com.keeptrusts.gateway.exchange;

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
 */
public record Snapshot(
    String version,
    List<Target> targets,
    Map<String, ConsumerGroup> groups,
    Map<String, ApiKey> keys,
    boolean rateLimitHeaders,
    long maxBodyBytes) {

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
