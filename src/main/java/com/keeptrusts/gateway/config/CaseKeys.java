package com.keeptrusts.gateway.config;

import java.util.List;
import java.util.Optional;

/** Every key of a file of policy cases, by the place where it is allowed. */
enum CaseKeys implements KnownKeys {
  FILE("the top level", "policy_config", "cases"),
  CASE(
      "cases[]",
      "name",
      "group",
      "phase",
      "text",
      "messages",
      "stream",
      "expect",
      "policy",
      "entities",
      "redacted");

  private final String place;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, its type cannot say so.
  private final List<String> names;

  CaseKeys(String place, String... names) {
    this.place = place;
    this.names = List.of(names);
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public Optional<String> home(String key) {
    return KnownKeys.home(key, values());
  }
}
