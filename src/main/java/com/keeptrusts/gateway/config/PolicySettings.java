package com.keeptrusts.gateway.config;

import java.util.Map;

/**
 * A policy as the file has it.
 *
 * @param type with {@code _} for {@code -}
 * @param scope which list of the file it stood in
 * @param config plain YAML values: strings, numbers, booleans, lists and maps
 */
public record PolicySettings(
    String name, String type, Action action, Scope scope, Map<String, Object> config) {
  public PolicySettings {
    config = Map.copyOf(config);
  }

  /** What to do with a match. */
  public enum Action {
    FLAG,
    REDACT,
    BLOCK
  }

  /** Prompts, answers, or both. */
  public enum Scope {
    INPUT,
    OUTPUT,
    BOTH
  }
}
