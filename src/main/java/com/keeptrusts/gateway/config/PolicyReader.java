package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.PolicySettings.Action;
import com.keeptrusts.gateway.config.PolicySettings.Scope;
import com.keeptrusts.gateway.config.YamlValue.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the policies of the file, and has each checked by those who know its type. */
final class PolicyReader {
  private static final List<String> ACTIONS = List.of("flag", "redact", "block");

  private final PolicyFactory factory;
  private final Set<String> targets;
  private final Map<String, Position> names = new LinkedHashMap<>();

  /**
   * Reads policies.
   *
   * @param targets the ids of the providers' targets
   */
  PolicyReader(PolicyFactory factory, Set<String> targets) {
    this.factory = factory;
    this.targets = targets;
  }

  /** The three lists of the top level or of a group, in the order in which they run. */
  List<PolicySettings> read(Section owner) {
    Names own = new Names();
    List<PolicySettings> policies = new ArrayList<>();
    read(owner, "policies", Scope.BOTH, own, policies);
    read(owner, "input_policies", Scope.INPUT, own, policies);
    read(owner, "output_policies", Scope.OUTPUT, own, policies);
    return policies;
  }

  /** Every name once, in order of appearance. */
  List<String> names() {
    List<Map.Entry<String, Position>> entries = new ArrayList<>(names.entrySet());
    entries.sort((a, b) -> Integer.compare(a.getValue().line(), b.getValue().line()));
    List<String> sorted = new ArrayList<>();
    for (Map.Entry<String, Position> entry : entries) {
      sorted.add(entry.getKey());
    }
    return sorted;
  }

  /** A group's own policies after the global ones, without those that it replaces by name. */
  static List<PolicySettings> merged(List<PolicySettings> global, List<PolicySettings> own) {
    List<PolicySettings> merged = new ArrayList<>();
    for (PolicySettings policy : global) {
      boolean replaced = false;
      for (PolicySettings other : own) {
        replaced |= other.name().equals(policy.name());
      }
      if (!replaced) {
        merged.add(policy);
      }
    }
    merged.addAll(own);
    return merged;
  }

  private void read(
      Section owner, String key, Scope scope, Names own, List<PolicySettings> policies) {
    for (Field item : owner.items(key)) {
      Optional<Section> section = item.section(ConfigKeys.POLICY);
      if (section.isPresent()) {
        Optional<PolicySettings> policy = policy(section.get(), scope, own);
        if (policy.isPresent()) {
          policies.add(policy.get());
        }
      }
    }
  }

  private Optional<PolicySettings> policy(Section section, Scope scope, Names own) {
    Optional<String> name = own.read(section, "name");
    if (name.isPresent()) {
      names.putIfAbsent(name.get(), section.mapping().position());
    }
    Optional<String> type = section.requiredText("type");
    Optional<Action> action = action(section);
    Optional<Map<String, Object>> config = config(section);
    if (type.isEmpty() || config.isEmpty()) {
      return Optional.empty();
    }
    PolicySettings settings =
        new PolicySettings(
            name.orElse(""),
            type.get().replace('-', '_'),
            action.orElse(Action.FLAG),
            scope,
            config.get());
    check(settings, section);
    return Optional.of(settings);
  }

  private static Optional<Action> action(Section section) {
    Optional<Field> field = section.require("action");
    Optional<String> word = field.isEmpty() ? Optional.empty() : field.get().oneOf(ACTIONS);
    return word.map(known -> Action.valueOf(known.toUpperCase(Locale.ROOT)));
  }

  private static Optional<Map<String, Object>> config(Section section) {
    if (!section.has("config")) {
      return Optional.of(Map.of());
    }
    Optional<Field> field = section.find("config");
    Optional<Mapping> mapping = field.isEmpty() ? Optional.empty() : field.get().mapping();
    return mapping.isEmpty()
        ? Optional.empty()
        : Optional.of(new PlainValues(section.problems()).of(mapping.get(), field.get().path()));
  }

  private void check(PolicySettings settings, Section section) {
    for (PolicyFactory.Problem problem : factory.check(settings, targets)) {
      section
          .problems()
          .error(
              ConfigPlace.of(section.mapping(), problem.path(), problem.value()),
              ConfigPath.join(section.path(), problem.path()),
              problem.message(),
              NearName.of(problem.value(), problem.candidates()));
    }
  }
}
