package com.keeptrusts.gateway.admin;

/** The configuration that runs. */
public interface EffectiveConfig {
  /** As YAML, with secrets masked and defaults filled in. */
  String yaml();
}
