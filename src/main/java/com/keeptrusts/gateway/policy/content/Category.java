package com.keeptrusts.gateway.policy.content;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A kind of content. */
enum Category {
  HATE,
  HARASSMENT,
  SEXUAL,
  VIOLENCE,
  SELF_HARM,
  ILLICIT;

  private final String configName = name().toLowerCase(Locale.ROOT);

  /** As the configuration writes it. */
  String configName() {
    return configName;
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Category::configName).toList();
  }

  static Set<Category> of(List<String> names) {
    Set<Category> categories = EnumSet.noneOf(Category.class);
    for (Category category : values()) {
      if (names.contains(category.configName)) {
        categories.add(category);
      }
    }
    return categories;
  }
}
