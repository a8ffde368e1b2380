package com.keeptrusts.gateway.policy.lexicon;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a lexicon, numbered from 1, and its classes of words, numbered from 0, as they are
 * met. A class has a name and is written <code>{name}</code>, or it is what may stand at one place
 * of a phrase: {@code word}, {@code this|that}, <code>{name}|word</code>.
 */
public final class WordClasses {
  private final List<String> words = new ArrayList<>();
  private final Map<String, Integer> wordNumbers = new HashMap<>();
  private final List<BitSet> classes = new ArrayList<>();
  private final Map<String, Integer> classNumbers = new HashMap<>();

  /** Takes a line that adds to a class: {@code name: word word {class}}. */
  public void define(String line) {
    int colon = line.indexOf(": ");
    BitSet members = named(line.substring(0, colon));
    for (String written : line.substring(colon + 2).split(" +", -1)) {
      add(written, members);
    }
  }

  /** The numbers of the words of a class with a name; a new class when there is none. */
  public BitSet named(String name) {
    return classes.get(
        classNumbers.computeIfAbsent(
            "{" + name + "}",
            written -> {
              classes.add(new BitSet());
              return classes.size() - 1;
            }));
  }

  /**
   * Adds a word, or all words of a class with a name.
   *
   * @throws IllegalArgumentException when there is no such class
   */
  public void add(String written, BitSet members) {
    if (!written.startsWith("{")) {
      members.set(wordNumber(written));
      return;
    }
    Integer number = classNumbers.get(written);
    if (number == null) {
      throw new IllegalArgumentException("no such class of words: " + written);
    }
    members.or(classes.get(number));
  }

  /**
   * The number of the class of what may stand at a place.
   *
   * @throws IllegalArgumentException when a class with a name is not there
   */
  public int ofPlace(String place) {
    Integer known = classNumbers.get(place);
    if (known != null) {
      return known;
    }
    BitSet members = new BitSet();
    for (String written : place.split("\\|", -1)) {
      add(written, members);
    }
    classes.add(members);
    classNumbers.put(place, classes.size() - 1);
    return classes.size() - 1;
  }

  /** The same classes, with the words numbered in the order of the alphabet. */
  public WordClasses inAlphabet() {
    WordClasses sorted = new WordClasses();
    words.stream().sorted().forEach(sorted::wordNumber);
    for (BitSet members : classes) {
      BitSet same = new BitSet();
      members.stream().forEach(word -> same.set(sorted.wordNumber(words.get(word - 1))));
      sorted.classes.add(same);
    }
    sorted.classNumbers.putAll(classNumbers);
    return sorted;
  }

  /** The word with number 1 first. */
  public List<String> words() {
    return Collections.unmodifiableList(words);
  }

  /** For each class the numbers of its words. */
  public List<BitSet> classes() {
    return Collections.unmodifiableList(classes);
  }

  private int wordNumber(String word) {
    return wordNumbers.computeIfAbsent(
        word,
        unknown -> {
          words.add(unknown);
          return words.size();
        });
  }
}
