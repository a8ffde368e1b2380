package com.keeptrusts.gateway.exchange;

import java.util.Optional;

/**
 * A team, as one snapshot of the configuration sees it.
 *
 * @param name unique; the key of the group's quota and analytics
 * @param enabled whether its keys are let in
 * @param limits its own limits, with the defaults filled in
 * @param allowedModels empty: every model
 * @param policies the global policies and its own, in the order in which they run
 */
public record ConsumerGroup(
    String name,
    boolean enabled,
    RateLimits limits,
    Optional<ModelPatterns> allowedModels,
    PromptPolicies policies) {

  /** Whether the group may use the model. */
  public boolean allows(ModelName model) {
    return allowedModels.isEmpty() || allowedModels.get().matches(model);
  }
}
