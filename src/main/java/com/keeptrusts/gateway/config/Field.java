package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.config.YamlValue.Kind;
import com.keeptrusts.gateway.config.YamlValue.Mapping;
import com.keeptrusts.gateway.config.YamlValue.Scalar;
import com.keeptrusts.gateway.config.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A value that is there, and where; what does not fit goes to the problems. */
record Field(YamlValue value, String path, Problems problems) {

  void error(String message) {
    problems.error(value.position(), path, message);
  }

  void error(String message, Optional<String> suggestion) {
    problems.error(value.position(), path, message, suggestion);
  }

  void warn(String message) {
    problems.warn(value.position(), path, message);
  }

  /** A string; never part of a message, since it may be a secret. */
  Optional<String> text() {
    if (value instanceof Scalar scalar && scalar.isText()) {
      return Optional.of(scalar.text());
    }
    boolean quotable = value instanceof Scalar;
    error("read " + noun() + ", expected a string" + (quotable ? ": put it in quotes" : ""));
    return Optional.empty();
  }

  /** A string that is not blank. */
  Optional<String> filled() {
    Optional<String> text = text();
    if (text.isPresent() && text.get().isBlank()) {
      error("is blank, expected a string with at least one character");
      return Optional.empty();
    }
    return text;
  }

  /** One of a closed list of words. */
  Optional<String> oneOf(List<String> words) {
    Optional<String> text = text();
    if (text.isEmpty() || words.contains(text.get())) {
      return text;
    }
    error(read() + ", expected " + String.join(", ", words), NearName.of(text.get(), words));
    return Optional.empty();
  }

  Optional<Boolean> flag() {
    if (value instanceof Scalar scalar && scalar.kind() == Kind.FLAG) {
      return Optional.of(scalar.text().equals("true"));
    }
    error(read() + ", expected true or false without quotes");
    return Optional.empty();
  }

  /** A whole number from 1 to the largest. */
  OptionalLong positive(long largest) {
    if (!(value instanceof Scalar scalar) || scalar.kind() != Kind.WHOLE) {
      error(read() + ", expected a whole number in plain digits without quotes");
      return OptionalLong.empty();
    }
    boolean negative = scalar.text().startsWith("-");
    // 18 digits always fit; more are over any of our bounds.
    long number = scalar.text().length() > 18 ? Long.MAX_VALUE : Long.parseLong(scalar.text());
    if (negative || number < 1) {
      error("read " + Quoted.shortened(scalar.text()) + ", expected at least 1");
      return OptionalLong.empty();
    }
    if (number > largest) {
      error("read " + Quoted.shortened(scalar.text()) + ", expected at most " + largest);
      return OptionalLong.empty();
    }
    return OptionalLong.of(number);
  }

  /** The items of a list; none when it is not one. */
  List<Field> items() {
    if (!(value instanceof Sequence sequence)) {
      error("read " + noun() + ", expected a list");
      return List.of();
    }
    List<Field> items = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      items.add(new Field(sequence.items().get(i), ConfigPath.item(path, i), problems));
    }
    return items;
  }

  /** A list of strings that are not blank. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Field item : items()) {
      Optional<String> text = item.filled();
      if (text.isPresent()) {
        texts.add(text.get());
      }
    }
    return texts;
  }

  /** A mapping with these keys. */
  Optional<Section> section(KnownKeys keys) {
    Optional<Mapping> mapping = mapping();
    return mapping.isEmpty()
        ? Optional.empty()
        : Optional.of(Section.of(mapping.get(), path, keys, problems));
  }

  /** A mapping with any keys. */
  Optional<Mapping> mapping() {
    if (value instanceof Mapping mapping) {
      return Optional.of(mapping);
    }
    error("read " + noun() + ", expected a mapping");
    return Optional.empty();
  }

  /** What was read, in words; only for values that cannot be secrets. */
  String read() {
    return value instanceof Scalar scalar && scalar.kind() != Kind.NOTHING
        ? "read " + (scalar.isText() ? Quoted.of(scalar.text()) : Quoted.shortened(scalar.text()))
        : "read " + noun();
  }

  private String noun() {
    if (value instanceof Scalar scalar) {
      return scalar.kind().noun();
    }
    return value instanceof Sequence ? "a list" : "a mapping";
  }
}
