package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.Set;
import java.util.TreeSet;

/** Holds a detector to what streams rely on: a text cut anywhere gives away no match. */
final class Cuts {
  /** How much of what was let go a stream still shows to a detector. */
  private static final int CONTEXT = 256;

  private Cuts() {}

  /** At every index: what is let go has no character of a match but those already found. */
  static void check(String text, Detector detector) {
    Set<String> whole = matches(text, 0, detector);
    for (int cut = 1; cut < text.length(); cut++) {
      String begun = text.substring(0, cut);
      int hold = detector.unfinished(NormalText.of(begun));
      assertThat(hold).as(begun).isBetween(0, cut);
      assertThat(cut - hold).as("held back of <%s>", begun).isLessThanOrEqualTo(detector.longest());
      assertThat(before(matches(begun, 0, detector), hold))
          .as("matches in <%s>, of which the last %s are held back", begun, cut - hold)
          .isEqualTo(before(whole, hold));
      int from = Math.max(0, hold - CONTEXT);
      assertThat(from(matches(text.substring(from), from, detector), hold))
          .as("matches behind <%s> in a window", begun)
          .isEqualTo(from(whole, hold));
    }
  }

  private static Set<String> matches(String text, int offset, Detector detector) {
    Set<String> matches = new TreeSet<>();
    detector.find(
        NormalText.of(text),
        (kind, start, end) ->
            matches.add(String.format("%06d-%06d %s", start + offset, end + offset, kind)));
    return matches;
  }

  private static Set<String> before(Set<String> matches, int index) {
    return new TreeSet<>(matches.stream().filter(match -> start(match) < index).toList());
  }

  private static Set<String> from(Set<String> matches, int index) {
    return new TreeSet<>(matches.stream().filter(match -> start(match) >= index).toList());
  }

  private static int start(String match) {
    return Integer.parseInt(match.substring(0, 6));
  }
}
