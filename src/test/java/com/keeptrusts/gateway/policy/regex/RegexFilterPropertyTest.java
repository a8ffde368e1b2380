package com.keeptrusts.gateway.policy.regex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.Matches;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RegexFilterPropertyTest {
  @Provide
  Arbitrary<String> patterns() {
    Arbitrary<String> atoms =
        Arbitraries.of(
            "a",
            "b",
            "[ab]",
            "[^a]",
            ".",
            "\\w",
            "\\d",
            "é",
            "(?:a|bb)",
            "\\b",
            "(ab)",
            "\\.",
            "(?i:A)",
            "(?s:.)",
            "\\D",
            "\\x61",
            "[[:^alpha:]]",
            "^",
            "$",
            "\\pL",
            "(?U)",
            "(?i)");
    Arbitrary<String> repeats =
        Arbitraries.of("", "", "", "", "+", "?", "{2}", "{1,3}", "*?", "{2,}");
    return Combinators.combine(atoms, repeats)
        .as((atom, count) -> "(?:" + atom + ")" + count)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aaabbA1. \n北").ofMaxLength(30);
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void find_anyPattern_asRe2DoesWhereAllFits(
      @ForAll("patterns") String pattern, @ForAll("texts") String text) {
    Detector detector = compile(pattern, 128);
    if (detector == null) {
      return;
    }
    List<String> expected = new ArrayList<>();
    Matcher re2 = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
    while (re2.find()) {
      expected.add(re2.start() + "-" + re2.end());
    }
    List<String> found = new ArrayList<>();
    detector.find(NormalText.of(text), (kind, start, end) -> found.add(start + "-" + end));
    assertThat(found).isEqualTo(expected);
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void unfinished_cutAnywhere_letsNoPartOfAMatchGo(
      @ForAll("patterns") String pattern, @ForAll("texts") String text) {
    for (int maxLength : new int[] {4, 128}) {
      Detector detector = compile(pattern, maxLength);
      // Where a match is cut short, re2 takes the cut for the end of the text.
      boolean seesTheCut = maxLength == 4 && pattern.matches(".*(\\\\b|\\$|\\(\\?:\\^).*");
      if (detector != null && !seesTheCut) {
        Matches.assertNoneIsLetGo(detector, text);
      }
    }
  }

  private static Detector compile(String pattern, int maxLength) {
    try {
      return BoundedPattern.compile("kind", pattern, true, maxLength);
    } catch (InvalidPatternException e) {
      return null;
    }
  }
}
