package com.keeptrusts.gateway.config;

import java.util.List;

/** A list of strings, which may be one string where there is but one. */
final class TextsReader {
  private TextsReader() {}

  /** The strings, none of them blank; a problem when there is none. */
  static List<String> read(Field field) {
    if (field.value() instanceof YamlValue.Scalar) {
      return field.filled().stream().toList();
    }
    List<String> texts = field.texts();
    if (field.value() instanceof YamlValue.Sequence list && list.items().isEmpty()) {
      field.error("is empty, expected at least one");
    }
    return texts;
  }
}
