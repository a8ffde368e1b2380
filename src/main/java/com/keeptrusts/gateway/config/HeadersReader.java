package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.YamlValue.Entry;
import com.keeptrusts.gateway.config.YamlValue.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a target adds to each request: {@code headers} and {@code auth}. */
final class HeadersReader {
  private static final Auth BEARER = new Auth("Authorization", "Bearer");

  private HeadersReader() {}

  /** The header of the credential, and what stands before it. */
  record Auth(String header, String prefix) {}

  static Auth auth(Section target) {
    Optional<Section> auth = target.section("auth", ConfigKeys.AUTH);
    if (auth.isEmpty()) {
      return BEARER;
    }
    if (!target.has("secret_key_ref")) {
      auth.get().error("has no effect without secret_key_ref: set that or remove this");
    }
    Optional<Field> header = auth.get().find("header");
    Optional<Field> prefix = auth.get().find("prefix");
    return new Auth(
        header.isEmpty() ? BEARER.header() : name(header.get()),
        prefix.isEmpty() ? BEARER.prefix() : value(prefix.get()));
  }

  /**
   * The added headers, as they are written.
   *
   * @param credential the header that they may not set again
   */
  static Map<String, String> headers(Section target, Optional<String> credential) {
    Optional<Field> field = target.find("headers");
    Optional<Mapping> mapping = field.isEmpty() ? Optional.empty() : field.get().mapping();
    if (mapping.isEmpty()) {
      return Map.of();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Entry entry : mapping.get().entries()) {
      String path = ConfigPath.join(field.get().path(), Quoted.shortened(entry.key()));
      Optional<String> problem = HeaderRules.nameProblem(entry.key());
      if (problem.isEmpty()
          && credential.isPresent()
          && credential.get().equalsIgnoreCase(entry.key())) {
        problem = Optional.of("this header carries the credential already: remove it here");
      } else if (problem.isEmpty() && !seen.add(entry.key())) {
        problem = Optional.of("duplicate header: upper and lower case mean the same");
      }
      if (problem.isPresent()) {
        target.problems().error(entry.position(), path, problem.get());
      }
      headers.put(entry.key(), value(new Field(entry.value(), path, target.problems())));
    }
    return headers;
  }

  private static String name(Field field) {
    Optional<String> name = field.text();
    Optional<String> problem = name.isEmpty() ? name : HeaderRules.nameProblem(name.get());
    if (problem.isPresent()) {
      field.error(field.read() + ", " + problem.get());
    }
    return name.orElse("");
  }

  /** Not shown in messages: services take keys in headers of their own. */
  private static String value(Field field) {
    Optional<String> value = field.text();
    if (value.isPresent() && !HeaderRules.isValue(value.get())) {
      field.error("holds a character that no header may carry, or a space at an end");
    }
    return value.orElse("");
  }
}
