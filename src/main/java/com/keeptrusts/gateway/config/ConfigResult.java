package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What came of reading a configuration. */
public sealed interface ConfigResult {
  /** Files whose content became part of the configuration, so that a change needs a reload. */
  Set<Path> secretFiles();

  /** A configuration that can run. */
  final class Loaded implements ConfigResult {
    private final Snapshot snapshot;
    private final EffectiveConfig config;
    private final List<Problem> warnings;
    private final Set<Path> secretFiles;

    Loaded(
        Snapshot snapshot, EffectiveConfig config, List<Problem> warnings, Set<Path> secretFiles) {
      this.snapshot = snapshot;
      this.config = config;
      this.warnings = List.copyOf(warnings);
      this.secretFiles = Set.copyOf(secretFiles);
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

    @Override
    public Set<Path> secretFiles() {
      return secretFiles;
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
  record Rejected(List<Problem> problems, Set<Path> secretFiles) implements ConfigResult {
    public Rejected {
      problems = List.copyOf(problems);
      secretFiles = Set.copyOf(secretFiles);
    }
  }
}
