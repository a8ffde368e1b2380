package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.Set;
import java.util.TreeSet;

/** Whether a stream finds what the whole text has, wherever it is cut. */
final class NumberCuts {
  /** How much of what was released a stream remembers. */
  private static final int CONTEXT = 256;

  private NumberCuts() {}

  /** Checks every cut: before it all is decided, after it nothing is missed. */
  static void assertHarmless(Detector detector, String text) {
    Set<String> whole = matches(detector, text, 0);
    for (int cut = 0; cut <= text.length(); cut++) {
      String seen = text.substring(0, cut);
      int unfinished = detector.unfinished(NormalText.of(seen));
      int kept = wholeMatches(matches(detector, seen, 0), unfinished);
      String where = "cut at " + cut + ", kept from " + kept + " of '" + text + "'";
      assertThat(cut - unfinished).as(where).isLessThanOrEqualTo(detector.longest());
      assertThat(before(matches(detector, seen, 0), kept, true))
          .as(where)
          .isEqualTo(before(whole, kept, false));
      int context = Math.max(0, kept - CONTEXT);
      assertThat(after(matches(detector, text.substring(context), context), kept))
          .as(where)
          .isEqualTo(after(whole, kept));
    }
  }

  /** A stream keeps a match whole that is decided, too. */
  private static int wholeMatches(Set<String> matches, int kept) {
    int whole = kept;
    for (boolean cut = true; cut; ) {
      int at = whole;
      whole =
          matches.stream()
              .filter(m -> end(m) > at)
              .mapToInt(NumberCuts::start)
              .reduce(at, Math::min);
      cut = whole < at;
    }
    return whole;
  }

  private static Set<String> matches(Detector detector, String text, int offset) {
    Set<String> found = new TreeSet<>();
    detector.find(
        NormalText.of(text),
        (kind, start, end) -> found.add((start + offset) + "-" + (end + offset) + " " + kind));
    return found;
  }

  private static Set<String> before(Set<String> matches, int index, boolean ended) {
    Set<String> before = new TreeSet<>(matches);
    before.removeIf(match -> (ended ? end(match) > index : start(match) >= index));
    return before;
  }

  private static Set<String> after(Set<String> matches, int index) {
    Set<String> after = new TreeSet<>(matches);
    after.removeIf(match -> start(match) < index);
    return after;
  }

  private static int start(String match) {
    return Integer.parseInt(match, 0, match.indexOf('-'), 10);
  }

  private static int end(String match) {
    return Integer.parseInt(match, match.indexOf('-') + 1, match.indexOf(' '), 10);
  }
}
