package com.keeptrusts.gateway.exchange;

import java.util.List;

/** A list of model names, exact or with {@code *} for any run of characters. */
public record ModelPatterns(List<String> patterns) {
  public ModelPatterns {
    patterns = List.copyOf(patterns);
  }

  /** Whether one of the patterns names this model. */
  public boolean matches(ModelName model) {
    for (String pattern : patterns) {
      if (matches(pattern, model.value())) {
        return true;
      }
    }
    return false;
  }

  /** Greedy match with one point of return per star: linear in practice, never exponential. */
  private static boolean matches(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int mark = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = n;
      } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
