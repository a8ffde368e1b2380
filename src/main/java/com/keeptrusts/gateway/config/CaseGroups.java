package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.EffectiveConfig.GroupSettings;
import com.keeptrusts.gateway.config.PolicySettings.Scope;
import com.keeptrusts.gateway.exchange.PolicyOutcome.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The groups that cases may name; each is built when the first case does. */
final class CaseGroups {
  private final List<GroupSettings> groups;
  private final PolicyFactory factory;
  private final Map<String, PolicyCase.Group> built = new HashMap<>();

  /**
   * Groups.
   *
   * @param groups empty when nobody knows them, since the configuration is wrong
   */
  CaseGroups(List<GroupSettings> groups, PolicyFactory factory) {
    this.groups = groups;
    this.factory = factory;
  }

  boolean areKnown() {
    return !groups.isEmpty();
  }

  List<String> names() {
    return groups.stream().map(GroupSettings::name).toList();
  }

  Optional<GroupSettings> find(String name) {
    return groups.stream().filter(group -> group.name().equals(name)).findFirst();
  }

  /** The names of a group's policies that look at one side. */
  static List<String> policies(GroupSettings group, Phase phase) {
    Scope other = phase == Phase.INPUT ? Scope.OUTPUT : Scope.INPUT;
    return group.policies().stream()
        .filter(policy -> policy.scope() != other)
        .map(PolicySettings::name)
        .toList();
  }

  PolicyCase.Group build(GroupSettings group) {
    return built.computeIfAbsent(group.name(), name -> built(group));
  }

  private PolicyCase.Group built(GroupSettings group) {
    List<PolicySettings> asking = new ArrayList<>();
    List<PolicySettings> looking = new ArrayList<>();
    for (PolicySettings policy : group.policies()) {
      (factory.asksService(policy) ? asking : looking).add(policy);
    }
    return new PolicyCase.Group(group.name(), factory.compile(looking), asking);
  }
}
