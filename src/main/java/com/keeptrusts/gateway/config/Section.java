package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.YamlValue.Entry;
import com.keeptrusts.gateway.config.YamlValue.Kind;
import com.keeptrusts.gateway.config.YamlValue.Mapping;
import com.keeptrusts.gateway.config.YamlValue.Scalar;
import java.util.List;
import java.util.Optional;

/** A mapping whose keys are known. */
record Section(Mapping mapping, String path, Problems problems) {
  private static final String NO_VALUE = "has no value: set one or remove the key";

  /** Reports the keys that do not belong here. */
  static Section of(Mapping mapping, String path, KnownKeys keys, Problems problems) {
    for (Entry entry : mapping.entries()) {
      if (!keys.names().contains(entry.key())) {
        unknown(entry, path, keys, problems);
      }
    }
    return new Section(mapping, path, problems);
  }

  private static void unknown(Entry entry, String path, KnownKeys keys, Problems problems) {
    String message = "unknown key " + Quoted.of(entry.key());
    Optional<String> home = keys.home(entry.key());
    Optional<String> near =
        home.isPresent() ? Optional.empty() : NearName.of(entry.key(), keys.names());
    if (home.isPresent()) {
      message += ": it belongs in " + home.get() + ", check the indentation";
    } else if (near.isEmpty()) {
      message += ", allowed are " + String.join(", ", keys.names());
    }
    problems.error(
        entry.position(), ConfigPath.join(path, Quoted.shortened(entry.key())), message, near);
  }

  /** Whether the key is written, with or without a value. */
  boolean has(String key) {
    return mapping.find(key).isPresent();
  }

  /** The value; empty when it is not there. A key without a value is a problem. */
  Optional<Field> find(String key) {
    Optional<Entry> entry = mapping.find(key);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Field field = new Field(entry.get().value(), ConfigPath.join(path, key), problems);
    if (field.value() instanceof Scalar scalar && scalar.kind() == Kind.NOTHING) {
      problems.error(entry.get().position(), field.path(), NO_VALUE);
      return Optional.empty();
    }
    return Optional.of(field);
  }

  /** The value; a problem when it is not there. */
  Optional<Field> require(String key) {
    if (!has(key)) {
      problems.error(mapping.position(), ConfigPath.join(path, key), "required, but not set");
    }
    return find(key);
  }

  Optional<String> requiredText(String key) {
    Optional<Field> field = require(key);
    return field.isEmpty() ? Optional.empty() : field.get().filled();
  }

  /** A boolean, or what holds where it is not set. */
  boolean flag(String key, boolean unset) {
    Optional<Field> field = find(key);
    return field.isEmpty() ? unset : field.get().flag().orElse(unset);
  }

  /** The items of a list; none when it is not set. */
  List<Field> items(String key) {
    Optional<Field> field = find(key);
    return field.isEmpty() ? List.of() : field.get().items();
  }

  /** A mapping with these keys. */
  Optional<Section> section(String key, KnownKeys keys) {
    Optional<Field> field = find(key);
    return field.isEmpty() ? Optional.empty() : field.get().section(keys);
  }

  void error(String message) {
    problems.error(mapping.position(), path, message);
  }
}
