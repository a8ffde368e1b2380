package com.keeptrusts.gateway.policy.content;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Words, the classes that they belong to, and the phrases that begin with them. */
final class Lexicon {
  private static final Phrase[] NO_PHRASES = {};

  private final WordTable table;
  private final int groupWord;
  private final Map<WordClass, BitSet> known;
  private final List<BitSet> classes;
  private final Phrase[][] phrases;
  private final Phrase[][] exceptions;

  /**
   * A lexicon.
   *
   * @param words numbered from 1 in this order
   * @param classes for each class the numbers of its words
   * @param known those of them that the filter knows by name
   */
  Lexicon(
      List<String> words,
      List<BitSet> classes,
      Map<WordClass, BitSet> known,
      List<Phrase> phrases,
      List<Phrase> exceptions) {
    this.known = known;
    this.table = new WordTable(words);
    this.classes = List.copyOf(classes);
    this.groupWord = Objects.requireNonNull(known.get(WordClass.GROUP)).nextSetBit(0);
    this.phrases = byFirstWord(words.size(), classes, phrases);
    this.exceptions = byFirstWord(words.size(), classes, exceptions);
  }

  /** A word that names a protected group, whichever. */
  int groupWord() {
    return groupWord;
  }

  WordTable table() {
    return table;
  }

  boolean isIn(int word, int wordClass) {
    return word != WordTable.UNKNOWN && classes.get(wordClass).get(word);
  }

  boolean isIn(int word, WordClass wordClass) {
    return word != WordTable.UNKNOWN && Objects.requireNonNull(known.get(wordClass)).get(word);
  }

  /** The phrases that may begin with a word. */
  Phrase[] phrases(int word) {
    return phrases[word];
  }

  /** The phrases, harmless as a whole, that may begin with a word. */
  Phrase[] exceptions(int word) {
    return exceptions[word];
  }

  private static Phrase[][] byFirstWord(int words, List<BitSet> classes, List<Phrase> all) {
    List<List<Phrase>> lists = new ArrayList<>();
    for (int word = 0; word <= words; word++) {
      lists.add(new ArrayList<>(0));
    }
    for (Phrase phrase : all) {
      BitSet first = classes.get(phrase.wordClass(0));
      for (int word = first.nextSetBit(0); word >= 0; word = first.nextSetBit(word + 1)) {
        lists.get(word).add(phrase);
      }
    }
    Phrase[][] byWord = new Phrase[lists.size()][];
    for (int word = 0; word < byWord.length; word++) {
      byWord[word] = lists.get(word).isEmpty() ? NO_PHRASES : lists.get(word).toArray(NO_PHRASES);
    }
    return byWord;
  }
}
