package com.keeptrusts.gateway.policy.content;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Words, the classes that they belong to, and the phrases that begin with them. */
final class Lexicon {
  private static final Phrase[] NO_PHRASES = {};

  private final WordTable table;
  private final int possessive;
  private final Spelling spelling;
  private final List<BitSet> classes;
  private final long[] features;
  private final long[] marks;
  private final BitSet telling = new BitSet();
  private final Phrase[][] phrases;
  private final Phrase[][] exceptions;
  private final Phrase[][] names;

  /**
   * A lexicon.
   *
   * @param words numbered from 1 in this order
   * @param classes for each class the numbers of its words; the first ones are those that the
   *     filter knows by name, in the order of {@link WordClass}
   * @param names of several words, for groups
   */
  Lexicon(
      List<String> words,
      List<BitSet> classes,
      List<Phrase> phrases,
      List<Phrase> exceptions,
      List<Phrase> names) {
    this.classes = List.copyOf(classes);
    this.features = new long[words.size() + 1];
    this.marks = new long[words.size() + 1];
    for (int number = 0; number < classes.size(); number++) {
      BitSet members = classes.get(number);
      for (int word = members.nextSetBit(0); word >= 0; word = members.nextSetBit(word + 1)) {
        marks[word] |= mark(number);
        if (number < WordClass.values().length) {
          features[word] |= 1L << number;
        }
      }
    }
    this.phrases = byFirstWord(words.size(), phrases);
    this.exceptions = byFirstWord(words.size(), exceptions);
    this.names = byFirstWord(words.size(), names);
    phrases.forEach(
        phrase -> telling.or(classes.get(phrase.places().get(phrase.firstTelling()).wordClass())));
    names.forEach(name -> telling.or(classes.get(name.places().get(0).wordClass())));
    telling.or(classes.get(WordClass.TRAIT.number()));
    telling.or(classes.get(WordClass.ONE.number()));
    this.table = new WordTable(words);
    this.possessive = table.number("s");
    this.spelling = new Spelling(table, words, classes.get(WordClass.STRONG.number()));
  }

  /** One of 64 marks, which classes share: that one is missing means that no word is of them. */
  static long mark(int wordClass) {
    return 1L << (wordClass & 63);
  }

  WordTable table() {
    return table;
  }

  /** What stands after the apostrophe of "women's". */
  int possessive() {
    return possessive;
  }

  Spelling spelling() {
    return spelling;
  }

  boolean isIn(int word, int wordClass) {
    return word != WordTable.UNKNOWN && classes.get(wordClass).get(word);
  }

  boolean isIn(int word, WordClass wordClass) {
    return ((features[word] >>> wordClass.number()) & 1) != 0;
  }

  /** The marks of the classes that a word is in. */
  long marks(int word) {
    return marks[word];
  }

  /** Whether the part of a phrase that is shown may begin with a word. */
  boolean isTelling(int word) {
    return telling.get(word);
  }

  /** The phrases that may begin with a word. */
  Phrase[] phrases(int word) {
    return phrases[word];
  }

  /** The phrases, harmless as a whole, that may begin with a word. */
  Phrase[] exceptions(int word) {
    return exceptions[word];
  }

  /** The names of groups, of several words, that may begin with a word. */
  Phrase[] names(int word) {
    return names[word];
  }

  private Phrase[][] byFirstWord(int words, List<Phrase> all) {
    List<List<Phrase>> lists = new ArrayList<>();
    for (int word = 0; word <= words; word++) {
      lists.add(new ArrayList<>(0));
    }
    for (Phrase phrase : all) {
      BitSet first = classes.get(phrase.places().get(0).wordClass());
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
