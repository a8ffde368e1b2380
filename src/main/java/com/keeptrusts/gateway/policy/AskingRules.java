package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.config.PolicySettings;
import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.config.PolicySettings.Scope;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import java.util.Set;

/** What a policy that has a service look cannot do. */
final class AskingRules {
  /** Which of the providers' targets is asked. */
  private static final String TARGET = "target";

  private AskingRules() {}

  static void check(PolicySettings settings, PolicyConfig config, Set<String> targets) {
    if (settings.action() == Action.REDACT) {
      config.wrong(
          "engine", "a service says that there is something, not where: use action flag or block");
    }
    if (settings.scope() != Scope.INPUT) {
      config.wrong(
          "engine", "a service is asked about prompts only: list the policy in input_policies");
    }
    if (settings.config().get(TARGET) instanceof String target && !targets.contains(target)) {
      config.wrong(
          TARGET,
          "no target has the id '" + target + "', there are: " + String.join(", ", targets));
    }
  }
}
