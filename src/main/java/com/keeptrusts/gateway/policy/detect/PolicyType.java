package com.keeptrusts.gateway.policy.detect;

import java.util.Optional;
import java.util.function.Supplier;

/** A type of policy: how its settings are read, and the detector that follows from them. */
public interface PolicyType {
  /** As the configuration writes it, with {@code _}. */
  String name();

  /**
   * Reads the settings, collecting what is wrong with them.
   *
   * @return makes the detector; asked only when there were no problems, so that a mere check loads
   *     no lexicon
   */
  Supplier<Detector> read(PolicyConfig config);

  /**
   * Reads the settings of a policy that has a service look; then there is no detector to read.
   *
   * @return empty when the settings name no service
   */
  default Optional<Supplier<Judge>> readJudge(PolicyConfig config) {
    return Optional.empty();
  }
}
