package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.EffectiveConfig.GroupSettings;
import com.keeptrusts.gateway.exchange.RateLimits;
import java.util.List;
import java.util.Optional;

/** Reads one of {@code consumer_groups}. */
final class GroupReader {
  private final KeyReader keys;
  private final PolicyReader policies;
  private final RateLimits defaults;
  private final List<PolicySettings> globalPolicies;
  private final Names names = new Names();

  /**
   * Reads groups.
   *
   * @param defaults for what a group leaves out
   * @param globalPolicies what every group has
   */
  GroupReader(
      KeyReader keys,
      PolicyReader policies,
      RateLimits defaults,
      List<PolicySettings> globalPolicies) {
    this.keys = keys;
    this.policies = policies;
    this.defaults = defaults;
    this.globalPolicies = List.copyOf(globalPolicies);
  }

  GroupSettings read(Section section) {
    RateLimits limits = LimitsReader.filled(ownLimits(section), defaults);
    UnreachableLimits.warn(limits, section);
    return new GroupSettings(
        names.read(section, "name").orElse(""),
        section.flag("enabled", /* unset= */ true),
        keys.read(section),
        limits,
        allowedModels(section),
        PolicyReader.merged(globalPolicies, policies.read(section)),
        MembersReader.read(section, "sso"));
  }

  private static RateLimits ownLimits(Section section) {
    Optional<Section> limits = section.section("rate_limits", ConfigKeys.LIMITS);
    return limits.isEmpty() ? RateLimits.NONE : LimitsReader.read(limits.get());
  }

  private static Optional<List<String>> allowedModels(Section section) {
    Optional<List<String>> allowed = ModelNames.read(section, "allowed_models");
    Optional<YamlValue.Entry> written = section.mapping().find("allowed_models");
    if (written.isPresent()
        && written.get().value() instanceof YamlValue.Sequence list
        && list.items().isEmpty()) {
      section
          .problems()
          .warn(
              list.position(),
              ConfigPath.join(section.path(), "allowed_models"),
              "is empty, so none is allowed: remove the key to allow every model");
    }
    return allowed;
  }
}
