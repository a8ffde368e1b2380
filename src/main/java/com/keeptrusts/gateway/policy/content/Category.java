package com.keeptrusts.gateway.policy.content;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A kind of content, and by how much it is less severe where it is not said but told of. */
enum Category {
  HATE(2, 2, 0),
  HARASSMENT(2, 2, 1),
  SEXUAL(0, 0, 0),
  VIOLENCE(1, 1, 2),
  SELF_HARM(1, 1, 1),
  ILLICIT(0, 1, 1);

  private final String configName = name().toLowerCase(Locale.ROOT);
  private final int onQuotation;
  private final int onReport;
  private final int onFiction;

  Category(int onQuotation, int onReport, int onFiction) {
    this.onQuotation = onQuotation;
    this.onReport = onReport;
    this.onFiction = onFiction;
  }

  /** As the configuration writes it. */
  String configName() {
    return configName;
  }

  /** In quotation marks. */
  int onQuotation() {
    return onQuotation;
  }

  /** Reported as somebody else's words, or condemned. */
  int onReport() {
    return onReport;
  }

  /** In a game or a story. */
  int onFiction() {
    return onFiction;
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
