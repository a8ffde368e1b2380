package com.keeptrusts.gateway.exchange;

import com.keeptrusts.gateway.exchange.sso.MemberRule;
import java.util.Optional;

/**
 * A team, as one snapshot of the configuration sees it.
 *
 * @param name unique; the key of the group's quota and analytics
 * @param enabled whether its keys are let in
 * @param limits its own limits, with the defaults filled in
 * @param allowedModels empty: every model
 * @param policies the global policies and its own, in the order in which they run
 * @param members who belongs to it by who they are, beside its keys
 */
public record ConsumerGroup(
    String name,
    boolean enabled,
    RateLimits limits,
    Optional<ModelPatterns> allowedModels,
    GroupPolicies policies,
    MemberRule members) {
  /** A group that is only entered with a key. */
  public ConsumerGroup(
      String name,
      boolean enabled,
      RateLimits limits,
      Optional<ModelPatterns> allowedModels,
      GroupPolicies policies) {
    this(name, enabled, limits, allowedModels, policies, MemberRule.NOBODY);
  }

  /** Whether the group may use the model. */
  public boolean allows(ModelName model) {
    return allowedModels.isEmpty() || allowedModels.get().matches(model);
  }
}
