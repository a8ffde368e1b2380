package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.YamlValue.Entry;
import com.keeptrusts.gateway.config.YamlValue.Mapping;
import com.keeptrusts.gateway.exchange.sso.MemberRule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads who belongs to a group, or may use the admin API. */
final class MembersReader {
  private MembersReader() {}

  /** The rule; {@link MemberRule#NOBODY} when it is not set. */
  static MemberRule read(Section owner, String key) {
    Optional<Section> section = owner.section(key, ConfigKeys.MEMBERS);
    if (section.isEmpty()) {
      return MemberRule.NOBODY;
    }
    MemberRule rule =
        new MemberRule(
            new LinkedHashSet<>(names(section.get(), "groups")),
            new LinkedHashSet<>(names(section.get(), "roles")),
            new LinkedHashSet<>(names(section.get(), "users")),
            claims(section.get()));
    if (rule.isEmpty() && !owner.problems().hasErrors()) {
      section.get().error("lets nobody in: name groups, roles, users or claims");
    }
    return rule;
  }

  private static Map<String, List<String>> claims(Section section) {
    Optional<Field> field = section.find("claims");
    Optional<Mapping> mapping = field.isEmpty() ? Optional.empty() : field.get().mapping();
    if (mapping.isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> claims = new LinkedHashMap<>();
    for (Entry entry : mapping.get().entries()) {
      String path = ConfigPath.join(field.get().path(), Quoted.shortened(entry.key()));
      claims.put(entry.key(), names(new Field(entry.value(), path, section.problems())));
    }
    return claims;
  }

  private static List<String> names(Section section, String key) {
    Optional<Field> field = section.find(key);
    return field.isEmpty() ? List.of() : names(field.get());
  }

  private static List<String> names(Field field) {
    List<String> names = TextsReader.read(field);
    if (names.contains("*")) {
      field.error("'*' is not a name, and names are compared to the letter: write them out");
    }
    return names;
  }
}
