package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.lexicon.WordTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Words, the classes that they belong to, and the phrases that begin with them. */
final class Lexicon {
  private static final Phrase[] NO_PHRASES = {};
  private static final WordClass[] NAMING = {
    WordClass.THEM, WordClass.THOSE, WordClass.NAMED, WordClass.TRAIT, WordClass.ONE
  };

  private final WordTable table;
  private final int possessive;
  private final Spelling spelling;
  private final List<BitSet> classes;
  private final long[] classMarks;
  private final long[] features;
  private final long[] marks;
  private final long[][] required;
  private final long naming;
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
    this.classMarks = new long[classes.size()];
    for (int number = 0; number < classes.size(); number++) {
      BitSet members = classes.get(number);
      classMarks[number] = mark(number, members);
      for (int word = members.nextSetBit(0); word >= 0; word = members.nextSetBit(word + 1)) {
        marks[word] |= classMarks[number];
        if (number < WordClass.values().length) {
          features[word] |= 1L << number;
        }
      }
    }
    this.phrases = byFirstWord(words.size(), phrases);
    this.exceptions = byFirstWord(words.size(), exceptions);
    this.names = byFirstWord(words.size(), names);
    this.required = new long[words.size() + 1][];
    for (int word = 0; word <= words.size(); word++) {
      required[word] = required(this.phrases[word]);
    }
    this.naming = Arrays.stream(NAMING).mapToLong(named -> 1L << named.number()).sum();
    phrases.forEach(this::addTelling);
    names.forEach(this::addTelling);
    telling.or(classes.get(WordClass.TRAIT.number()));
    telling.or(classes.get(WordClass.ONE.number()));
    telling.andNot(classes.get(WordClass.COMMON.number()));
    telling.andNot(pronouns());
    this.table = new WordTable(words);
    this.possessive = table.number("s");
    this.spelling =
        new Spelling(
            table,
            words,
            classes.get(WordClass.STRONG.number()),
            classes.get(WordClass.COMMON.number()),
            CommonWords.load());
  }

  /** The words of its first place that says something. */
  private void addTelling(Phrase phrase) {
    telling.or(classes.get(phrase.places().get(phrase.firstTelling()).wordClass()));
  }

  /** Groups that are not named. */
  private BitSet pronouns() {
    BitSet pronouns = (BitSet) classes.get(WordClass.GROUP.number()).clone();
    pronouns.andNot(classes.get(WordClass.NAMED.number()));
    return pronouns;
  }

  /**
   * One of 64 marks, which classes share: where it is missing no word is of the class. Classes with
   * common words have none, as those are hardly ever missing.
   */
  private long mark(int wordClass, BitSet members) {
    return members.intersects(classes.get(WordClass.COMMON.number())) ? 0 : 1L << (wordClass & 63);
  }

  private long[] required(Phrase[] phrases) {
    long[] required = new long[phrases.length];
    for (int i = 0; i < phrases.length; i++) {
      required[i] = required(phrases[i]);
    }
    return required;
  }

  /** The marks of all places of a phrase. */
  private long required(Phrase phrase) {
    long required = 0;
    for (Phrase.Place place : phrase.places()) {
      required |= classMarks[place.wordClass()];
    }
    return required;
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

  /** Whether a word may have to do with a group. */
  boolean mayName(int word) {
    return (features[word] & naming) != 0 || names[word].length > 0;
  }

  /** The marks that a sentence needs for each of the {@link #phrases}. */
  long[] required(int word) {
    return required[word];
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
    int[] counts = new int[words + 1];
    for (Phrase phrase : all) {
      BitSet first = firstWords(phrase);
      for (int word = first.nextSetBit(0); word >= 0; word = first.nextSetBit(word + 1)) {
        counts[word]++;
      }
    }
    Phrase[][] byWord = new Phrase[words + 1][];
    for (int word = 0; word <= words; word++) {
      byWord[word] = counts[word] == 0 ? NO_PHRASES : new Phrase[counts[word]];
    }
    int[] filled = new int[words + 1];
    for (Phrase phrase : all) {
      BitSet first = firstWords(phrase);
      for (int word = first.nextSetBit(0); word >= 0; word = first.nextSetBit(word + 1)) {
        byWord[word][filled[word]++] = phrase;
      }
    }
    return byWord;
  }

  private BitSet firstWords(Phrase phrase) {
    return classes.get(phrase.places().get(0).wordClass());
  }
}
