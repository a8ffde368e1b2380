package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.Snapshot;
import java.util.List;

/** What came of reading a configuration. */
public sealed interface ConfigResult {
  /** A configuration that can run. */
  final class Loaded implements ConfigResult {
    private final Snapshot snapshot;
    private final EffectiveConfig config;
    private final List<Problem> warnings;

    Loaded(Snapshot snapshot, EffectiveConfig config, List<Problem> warnings) {
      this.snapshot = snapshot;
      this.config = config;
      this.warnings = List.copyOf(warnings);
    }

    /** What requests need. */
    public Snapshot snapshot() {
      return snapshot;
    }

    /** What the gateway itself needs. */
    public GatewaySettings settings() {
      return config.gateway();
    }

    /** In the order of the file. */
    public List<Problem> warnings() {
      return warnings;
    }

    EffectiveConfig config() {
      return config;
    }
  }

  /**
   * A configuration that cannot run.
   *
   * @param problems errors and warnings, in the order of the file; at least one error
   */
  record Rejected(List<Problem> problems) implements ConfigResult {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
