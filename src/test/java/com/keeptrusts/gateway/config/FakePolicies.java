package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.PromptPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two types of policy; what is compiled can be read back. */
final class FakePolicies implements PolicyFactory {
  private static final List<String> TYPES = List.of("content_filter", "pii_detector");

  @Override
  public List<Problem> check(PolicySettings settings) {
    if (!TYPES.contains(settings.type())) {
      return List.of(
          new Problem("type", "unknown type '" + settings.type() + "'", settings.type(), TYPES));
    }
    List<Problem> problems = new ArrayList<>();
    for (String key : settings.config().keySet()) {
      if (!List.of("categories", "entities", "threshold").contains(key)) {
        problems.add(
            new Problem("config." + key, "unknown key '" + key + "'", key, List.of("categories")));
      }
    }
    if (settings.config().get("entities") instanceof List<?> entities) {
      for (int i = 0; i < entities.size(); i++) {
        if (!entities.get(i).equals("credit_card") && !entities.get(i).equals("ssn")) {
          problems.add(new Problem("config.entities[" + i + "]", "unknown entity", "", List.of()));
        }
      }
    }
    return problems;
  }

  @Override
  public PromptPolicies compile(List<PolicySettings> settings) {
    return new Compiled(settings);
  }

  record Compiled(List<PolicySettings> settings) implements PromptPolicies {
    @Override
    public boolean isEmpty() {
      return settings.isEmpty();
    }

    @Override
    public Report inspect(ModelRequest request) {
      return new Report(List.of(), Optional.empty());
    }
  }
}
