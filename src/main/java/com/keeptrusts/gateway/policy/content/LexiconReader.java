package com.keeptrusts.gateway.policy.content;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a lexicon. {@code class: word word} names a class. A phrase is a row of places: {@code
 * word}, {@code this|that}, <code>{class}</code>, with {@code ?} behind it where it may be missing,
 * and {@code ~2} before it where up to two other words may stand.
 */
final class LexiconReader {
  private final List<String> words = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<BitSet> classes = new ArrayList<>();
  private final Map<String, Integer> classNumbers = new HashMap<>();
  private final Map<WordClass, BitSet> known = new EnumMap<>(WordClass.class);
  private final List<Phrase> phrases = new ArrayList<>();
  private final List<Phrase> exceptions = new ArrayList<>();

  LexiconReader() {
    for (WordClass wordClass : WordClass.values()) {
      known.put(wordClass, classes.get(classNumber(wordClass.lexiconName())));
    }
  }

  /** The file of classes. */
  void readClasses(String file) {
    for (String line : lines(file)) {
      int colon = line.indexOf(": ");
      BitSet members = classes.get(classNumber(line.substring(0, colon)));
      for (String word : line.substring(colon + 2).split(" ", -1)) {
        addMembers(word, members);
      }
    }
  }

  /** A category's file: on each line the severity and the phrase. */
  void readPhrases(Category category, String file) {
    for (String line : lines(file)) {
      int severity = line.charAt(0) - '0';
      if (severity < 1 || severity > 3) {
        throw new IllegalArgumentException("a phrase begins with its severity, 1 to 3: " + line);
      }
      addPhrases(category, severity, line.substring(2), phrases);
    }
  }

  /** The file of harmless phrases. */
  void readExceptions(String file) {
    for (String line : lines(file)) {
      // The category plays no part: whatever would match in here does not.
      addPhrases(Category.HATE, 0, line, exceptions);
    }
  }

  private static List<String> lines(String file) {
    List<String> lines = new ArrayList<>();
    for (String line : file.split("\n", -1)) {
      if (!line.isBlank() && line.charAt(0) != '#') {
        lines.add(line.strip());
      }
    }
    return lines;
  }

  Lexicon lexicon() {
    return new Lexicon(words, classes, known, phrases, exceptions);
  }

  private void addPhrases(Category category, int severity, String text, List<Phrase> to) {
    for (List<String> places : withAndWithoutOptional(List.of(text.split(" ", -1)))) {
      to.add(phrase(category, severity, places));
    }
  }

  private static List<List<String>> withAndWithoutOptional(List<String> places) {
    for (int i = 0; i < places.size(); i++) {
      String place = places.get(i);
      if (place.endsWith("?")) {
        List<String> with = new ArrayList<>(places);
        with.set(i, place.substring(0, place.length() - 1));
        List<String> without = new ArrayList<>(places);
        without.remove(i);
        List<List<String>> all = new ArrayList<>(withAndWithoutOptional(with));
        all.addAll(withAndWithoutOptional(without));
        return all;
      }
    }
    return List.of(places);
  }

  private Phrase phrase(Category category, int severity, List<String> places) {
    List<Integer> at = new ArrayList<>();
    List<Integer> gaps = new ArrayList<>();
    int gap = 0;
    for (String place : places) {
      if (place.startsWith("~")) {
        gap = Integer.parseInt(place.substring(1));
      } else {
        at.add(placeClass(place));
        gaps.add(gap);
        gap = 0;
      }
    }
    return new Phrase(category, severity, ints(at), ints(gaps));
  }

  /** The class of a place; words that stand alone get one of their own. */
  private int placeClass(String place) {
    if (place.startsWith("{") && place.indexOf('|') < 0) {
      return named(place);
    }
    Integer before = classNumbers.get(place);
    int number = classNumber(place);
    if (before == null) {
      for (String word : place.split("\\|", -1)) {
        addMembers(word, classes.get(number));
      }
    }
    return number;
  }

  private void addMembers(String word, BitSet members) {
    if (word.startsWith("{")) {
      members.or(classes.get(named(word)));
    } else {
      members.set(wordNumber(word));
    }
  }

  private int named(String place) {
    Integer number = classNumbers.get(place.substring(1, place.length() - 1));
    if (number == null) {
      throw new IllegalArgumentException("no such class of words: " + place);
    }
    return number;
  }

  private int classNumber(String name) {
    Integer number = classNumbers.get(name);
    if (number == null) {
      number = classes.size();
      classNumbers.put(name, number);
      classes.add(new BitSet());
    }
    return number;
  }

  private int wordNumber(String word) {
    Integer number = numbers.get(word);
    if (number == null) {
      words.add(word);
      number = words.size();
      numbers.put(word, number);
    }
    return number;
  }

  private static int[] ints(List<Integer> list) {
    int[] ints = new int[list.size()];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = list.get(i);
    }
    return ints;
  }
}
