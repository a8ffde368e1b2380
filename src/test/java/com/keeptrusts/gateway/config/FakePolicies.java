package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.GroupPolicies;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.exchange.StreamInspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Two types of policy; what is compiled can be read back. */
final class FakePolicies implements PolicyFactory {
  private static final List<String> TYPES = List.of("content_filter", "pii_detector");

  @Override
  public List<Problem> check(PolicySettings settings, Set<String> targets) {
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
  public boolean asksService(PolicySettings settings) {
    return false;
  }

  @Override
  public GroupPolicies compile(List<PolicySettings> settings) {
    return Compiled.policies(settings);
  }

  record Compiled(List<PolicySettings> settings) implements Inspector {
    static GroupPolicies policies(List<PolicySettings> settings) {
      return new GroupPolicies(new Compiled(settings), Inspector.NONE);
    }

    @Override
    public boolean isEmpty() {
      return settings.isEmpty();
    }

    @Override
    public boolean holds() {
      return false;
    }

    @Override
    public CompletableFuture<Report> inspect(BodyTexts texts, Outlet outlet) {
      return Inspector.NONE.inspect(texts, outlet);
    }

    @Override
    public StreamInspection openStream() {
      return Inspector.NONE.openStream();
    }
  }
}
