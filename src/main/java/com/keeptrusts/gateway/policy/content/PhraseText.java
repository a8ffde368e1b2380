package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.lexicon.OptionalPlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A phrase as it is written: a row of places, {@code word}, {@code this|that}, <code>{class}</code>
 * , with {@code ?} behind one that may be missing. Before a place {@code ~2} lets up to two other
 * words stand there, <code>{class}*</code> any few words of a class, <code>{class},*</code> commas
 * too, <code>-{class}2</code> up to two words that are not of a class. A {@code ^} in front wants
 * the phrase at the start of its clause, a {@code !} lets no negation before it count.
 */
final class PhraseText {
  private static final int FEW = 7;

  private final boolean firm;
  private final boolean atClauseStart;
  private final List<String> written;
  private final ToIntFunction<String> classes;

  /**
   * Takes a line apart.
   *
   * @param classes the number of the class that is so written
   */
  PhraseText(String text, ToIntFunction<String> classes) {
    List<String> all = List.of(text.split(" +", -1));
    this.firm = all.contains("!");
    this.atClauseStart = all.contains("^");
    this.written = all.stream().filter(place -> !place.equals("!") && !place.equals("^")).toList();
    this.classes = classes;
  }

  boolean firm() {
    return firm;
  }

  boolean atClauseStart() {
    return atClauseStart;
  }

  /** The phrase, with and without what may be missing. */
  List<List<Phrase.Place>> variants() {
    return OptionalPlaces.variants(written).stream().map(this::places).toList();
  }

  private List<Phrase.Place> places(List<String> variant) {
    List<Phrase.Place> places = new ArrayList<>();
    int skipped = Phrase.ANY;
    int gap = 0;
    boolean overCommas = false;
    boolean others = false;
    for (String place : variant) {
      if (place.startsWith("~")) {
        gap = Integer.parseInt(place.substring(1));
        overCommas = true;
      } else if (place.startsWith("-{")) {
        int end = place.indexOf('}') + 1;
        skipped = classes.applyAsInt(place.substring(1, end));
        gap = Integer.parseInt(place.substring(end));
        others = true;
      } else if (place.endsWith("*")) {
        overCommas = place.endsWith(",*");
        skipped = classes.applyAsInt(place.substring(0, place.indexOf('}') + 1));
        gap = FEW;
      } else {
        places.add(new Phrase.Place(classes.applyAsInt(place), skipped, others, gap, overCommas));
        skipped = Phrase.ANY;
        gap = 0;
        overCommas = false;
        others = false;
      }
    }
    return List.copyOf(places);
  }
}
