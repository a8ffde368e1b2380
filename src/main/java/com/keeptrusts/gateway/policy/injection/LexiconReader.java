package com.keeptrusts.gateway.policy.injection;

import com.keeptrusts.gateway.policy.detect.BuiltinTable;
import com.keeptrusts.gateway.policy.lexicon.GradedPhrase;
import com.keeptrusts.gateway.policy.lexicon.OptionalPlaces;
import com.keeptrusts.gateway.policy.lexicon.WordClasses;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lexicon. A class is a name and its words; a phrase is a severity and a row of places:
 * {@code word}, {@code this|that}, <code>{class}</code>, with {@code ?} behind it where it may be
 * missing, and {@code ~2} before it where up to two other words may stand.
 */
final class LexiconReader {
  private final WordClasses classes = new WordClasses();
  private final List<Phrase> phrases = new ArrayList<>();

  private LexiconReader() {}

  /** The lexicon that comes with the gateway. */
  static Lexicon builtin() {
    return new LexiconReader().read();
  }

  private Lexicon read() {
    lines("classes").forEach(classes::define);
    for (Attack attack : Attack.ofWords()) {
      lines(attack.kind()).forEach(line -> addPhrases(attack, GradedPhrase.parse(line)));
    }
    return new Lexicon(classes.inAlphabet(), phrases);
  }

  private void addPhrases(Attack attack, GradedPhrase graded) {
    List<String> written = List.of(graded.phrase().split(" +", -1));
    for (List<String> row : OptionalPlaces.variants(written)) {
      phrases.add(phrase(attack, graded.severity(), row));
    }
  }

  private Phrase phrase(Attack attack, int severity, List<String> row) {
    List<Integer> places = new ArrayList<>();
    List<Integer> gaps = new ArrayList<>();
    int gap = 0;
    for (String place : row) {
      if (place.startsWith("~")) {
        gap = Integer.parseInt(place.substring(1));
      } else {
        places.add(classes.ofPlace(place));
        gaps.add(gap);
        gap = 0;
      }
    }
    return new Phrase(attack, severity, numbers(places), numbers(gaps));
  }

  private static int[] numbers(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<String> lines(String name) {
    return BuiltinTable.lines(LexiconReader.class, name.concat(".txt"));
  }
}
