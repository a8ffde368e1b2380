package com.keeptrusts.gateway.policy.lexicon;

import java.util.ArrayList;
import java.util.List;

/** The places of a phrase that may be missing: those that are written with a {@code ?} behind. */
public final class OptionalPlaces {
  private static final String MARK = "?";

  private OptionalPlaces() {}

  /** A phrase with and without each of them; the marks are gone. */
  public static List<List<String>> variants(List<String> places) {
    for (int i = 0; i < places.size(); i++) {
      String place = places.get(i);
      if (place.endsWith(MARK)) {
        List<String> with = new ArrayList<>(places);
        with.set(i, place.substring(0, place.length() - MARK.length()));
        List<String> without = new ArrayList<>(places);
        without.remove(i);
        List<List<String>> all = new ArrayList<>(variants(with));
        all.addAll(variants(without));
        return all;
      }
    }
    return List.of(places);
  }
}
