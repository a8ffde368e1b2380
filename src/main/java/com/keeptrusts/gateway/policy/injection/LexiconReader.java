package com.keeptrusts.gateway.policy.injection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads the lexicon. A class is a name and its words; a phrase is a severity and a row of places:
 * {@code word}, {@code this|that}, <code>{class}</code>, with {@code ?} behind it where it may be
 * missing, and {@code ~2} before it where up to two other words may stand.
 */
final class LexiconReader {
  private final Map<String, String> classes = new HashMap<>();
  private final List<String> words = new ArrayList<>(List.of(""));
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Phrase> phrases = new ArrayList<>();

  private LexiconReader() {}

  /** The lexicon that comes with the gateway. */
  static Lexicon builtin() {
    return new LexiconReader().read();
  }

  private Lexicon read() {
    for (String line : lines("classes")) {
      int colon = line.indexOf(": ");
      classes.put(line.substring(0, colon), expanded(line.substring(colon + 2).replace(' ', '|')));
    }
    Map<Attack, List<String>> files = new HashMap<>();
    TreeSet<String> all = new TreeSet<>();
    classes.values().forEach(words -> all.addAll(List.of(words.split("\\|", -1))));
    for (Attack attack : Attack.ofWords()) {
      List<String> lines = lines(attack.kind()).stream().map(this::expanded).toList();
      files.put(attack, lines);
      lines.forEach(line -> all.addAll(wordsOf(line)));
    }
    for (String word : all) {
      numbers.put(word, words.size());
      words.add(word);
    }
    files.forEach((attack, lines) -> lines.forEach(line -> addPhrases(attack, line)));
    Map<String, BitSet> named = new HashMap<>();
    classes.forEach((name, members) -> named.put(name, place(members)));
    return new Lexicon(words, phrases, named);
  }

  /** A line with its classes written out. */
  private String expanded(String line) {
    String expanded = line;
    int open = expanded.indexOf('{');
    while (open >= 0) {
      int close = expanded.indexOf('}', open);
      String words = classes.get(expanded.substring(open + 1, close));
      if (words == null) {
        throw new IllegalArgumentException("no such class of words: " + line);
      }
      expanded = expanded.substring(0, open) + words + expanded.substring(close + 1);
      open = expanded.indexOf('{');
    }
    return expanded;
  }

  private static List<String> wordsOf(String line) {
    List<String> words = new ArrayList<>();
    for (String place : places(line)) {
      if (!place.startsWith("~")) {
        words.addAll(List.of(withoutMark(place).split("\\|", -1)));
      }
    }
    return words;
  }

  private static List<String> places(String line) {
    return List.of(line.substring(2).split(" ", -1));
  }

  private static String withoutMark(String place) {
    return place.endsWith("?") ? place.substring(0, place.length() - 1) : place;
  }

  private void addPhrases(Attack attack, String line) {
    int severity = line.charAt(0) - '0';
    if (severity < 1 || severity > 3 || line.charAt(1) != ' ') {
      throw new IllegalArgumentException("a phrase begins with its severity, 1 to 3: " + line);
    }
    for (List<String> places : withAndWithoutOptional(places(line))) {
      phrases.add(phrase(attack, severity, places));
    }
  }

  private static List<List<String>> withAndWithoutOptional(List<String> places) {
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).endsWith("?")) {
        List<String> with = new ArrayList<>(places);
        with.set(i, withoutMark(places.get(i)));
        List<String> without = new ArrayList<>(places);
        without.remove(i);
        List<List<String>> all = new ArrayList<>(withAndWithoutOptional(with));
        all.addAll(withAndWithoutOptional(without));
        return all;
      }
    }
    return List.of(places);
  }

  private Phrase phrase(Attack attack, int severity, List<String> row) {
    List<BitSet> places = new ArrayList<>();
    List<Integer> gaps = new ArrayList<>();
    int gap = 0;
    for (String place : row) {
      if (place.startsWith("~")) {
        gap = Integer.parseInt(place.substring(1));
      } else {
        places.add(place(place));
        gaps.add(gap);
        gap = 0;
      }
    }
    return new Phrase(
        attack, severity, places, gaps.stream().mapToInt(Integer::intValue).toArray());
  }

  private BitSet place(String alternatives) {
    BitSet place = new BitSet();
    for (String word : alternatives.split("\\|", -1)) {
      Integer number = numbers.get(word);
      if (number == null) {
        throw new IllegalArgumentException("not a word: '" + word + "' in " + alternatives);
      }
      place.set(number);
    }
    return place;
  }

  private static List<String> lines(String name) {
    String file = name.concat(".txt");
    try (InputStream in = LexiconReader.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the lexicon lacks '" + file + "'");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
