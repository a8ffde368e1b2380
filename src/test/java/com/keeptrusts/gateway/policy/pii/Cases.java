package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.Lines;
import java.util.List;

/**
 * A table of texts and how many matches somebody expects in each: {@code 1 text}. Where this
 * project differs from them on purpose, a {@code !} stands before. A broken bar keeps scanners from
 * taking test data for secrets, {@code \n} is a line break.
 */
record Cases(List<Case> all) {
  /** One line of a table. */
  record Case(boolean differs, int expected, String text) {
    private static Case of(String line) {
      boolean differs = line.startsWith("!");
      String rest = differs ? line.substring(1) : line;
      String text = rest.substring(2).replace("¦", "").replace("\\n", "\n");
      return new Case(differs, Character.digit(rest.charAt(0), 10), text);
    }

    @Override
    public String toString() {
      return (differs ? "!" : "") + expected + " " + text;
    }
  }

  static Cases of(String file) {
    return new Cases(Lines.of(Cases.class, file).stream().map(Case::of).toList());
  }

  /** How many in a hundred are found as they are expected to be. */
  double agreement() {
    long differing = all.stream().filter(Case::differs).count();
    return 100.0 * (all.size() - differing) / all.size();
  }
}
