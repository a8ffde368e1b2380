package com.keeptrusts.gateway.policy.injection;

import com.keeptrusts.gateway.policy.lexicon.WordClasses;
import com.keeptrusts.gateway.policy.lexicon.WordTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The words that the phrases consist of, the classes of those words, and the phrases. */
final class Lexicon {
  private final List<String> words;
  private final WordTable table;
  private final List<BitSet> classes;
  private final Phrase[] phrases;
  private final int[][] byFirstWord;
  private final BitSet negations;
  private final BitSet mentions;

  /**
   * A lexicon.
   *
   * @param classes with the words in the order of the alphabet
   */
  Lexicon(WordClasses classes, List<Phrase> phrases) {
    this.negations = classes.named("negation");
    this.mentions = classes.named("mention");
    this.words = List.copyOf(classes.words());
    this.table = new WordTable(words);
    this.classes = List.copyOf(classes.classes());
    this.phrases = phrases.toArray(Phrase[]::new);
    this.byFirstWord = byFirstWord();
  }

  private int[][] byFirstWord() {
    List<List<Integer>> lists = new ArrayList<>();
    for (int word = 0; word <= words.size(); word++) {
      lists.add(new ArrayList<>());
    }
    for (int i = 0; i < phrases.length; i++) {
      int phrase = i;
      fitting(phrases[i], 0).stream().forEach(word -> lists.get(word).add(phrase));
    }
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  WordTable table() {
    return table;
  }

  /** The number of the first word that begins so, or comes after where it would be. */
  int firstWith(String beginning) {
    int low = 1;
    int high = words.size() + 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle - 1).compareTo(beginning) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The number of the first word, from a number on, that does not begin so. */
  int endOf(String beginning, int from) {
    int end = from;
    while (end <= words.size() && words.get(end - 1).startsWith(beginning)) {
      end++;
    }
    return end;
  }

  Phrase phrase(int number) {
    return phrases[number];
  }

  /** The numbers of the words that fit at a place of a phrase. */
  BitSet fitting(Phrase phrase, int place) {
    return classes.get(phrase.places()[place]);
  }

  /** The numbers of the phrases that begin with a word. */
  int[] beginningWith(int word) {
    return byFirstWord[word];
  }

  /** Whether a word turns what follows round. */
  boolean isNegation(int word) {
    return negations.get(word);
  }

  /** Whether a word shows that attacks are spoken of. */
  boolean isMention(int word) {
    return mentions.get(word);
  }
}
