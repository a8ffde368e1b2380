package com.keeptrusts.gateway.access;

import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.exchange.Decision;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.ModelName;
import com.keeptrusts.gateway.exchange.ModelPatterns;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.Target;
import java.util.List;
import java.util.Optional;

/** Whether a group may use a model, and whether anybody serves it. */
final class ModelAccess {
  private ModelAccess() {}

  static Decision decide(ConsumerGroup group, ModelName model, Optional<Target> target) {
    if (!group.allows(model)) {
      List<String> allowed = group.allowedModels().map(ModelPatterns::patterns).orElse(List.of());
      return new Decision.Deny(
          Refusal.of(
                  ErrorCode.MODEL_NOT_ALLOWED,
                  "Consumer group '%s' does not have access to model '%s'"
                      .formatted(group.name(), model))
              .with("allowed_models", allowed));
    }
    if (target.isEmpty()) {
      return new Decision.Deny(
          Refusal.of(
              ErrorCode.MODEL_NOT_FOUND, "No provider target serves model '%s'".formatted(model)));
    }
    if (target.get().credential().current().isEmpty()) {
      return new Decision.Deny(
          Refusal.of(
              ErrorCode.PROVIDER_UNAVAILABLE,
              "Provider target '%s' has no credential; an operator has to set %s"
                  .formatted(target.get().id(), target.get().credential().source())));
    }
    return Decision.ALLOW;
  }
}
