package com.keeptrusts.gateway.policy.injection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * The words that the phrases consist of, numbered in the order of the alphabet, and the phrases.
 */
final class Lexicon {
  /** The number of every other word. */
  static final int UNKNOWN = 0;

  private final String[] words;
  private final int[] hashes;
  private final int[] slots;
  private final Phrase[] phrases;
  private final int[][] byFirstWord;
  private final BitSet negations;
  private final BitSet mentions;

  /**
   * A lexicon.
   *
   * @param words in the order of the alphabet, the first without a meaning
   * @param classes the classes of words that have a name
   */
  Lexicon(List<String> words, List<Phrase> phrases, Map<String, BitSet> classes) {
    this.words = words.toArray(String[]::new);
    this.phrases = phrases.toArray(Phrase[]::new);
    this.negations = classes.getOrDefault("negation", new BitSet());
    this.mentions = classes.getOrDefault("mention", new BitSet());
    this.hashes = words.stream().mapToInt(String::hashCode).toArray();
    this.slots = new int[Integer.highestOneBit(words.size()) * 4];
    for (int word = 1; word < this.words.length; word++) {
      int slot = slot(this.words[word].hashCode());
      while (slots[slot] != UNKNOWN) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = word;
    }
    this.byFirstWord = byFirstWord();
  }

  private int[][] byFirstWord() {
    List<List<Integer>> lists = new ArrayList<>();
    for (int word = 0; word < words.length; word++) {
      lists.add(new ArrayList<>());
    }
    for (int i = 0; i < phrases.length; i++) {
      int phrase = i;
      phrases[i].places().get(0).stream().forEach(word -> lists.get(word).add(phrase));
    }
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /**
   * The number of a word.
   *
   * @param hash as {@link String#hashCode} of the same characters
   */
  int number(char[] word, int length, int hash) {
    int slot = slot(hash);
    while (slots[slot] != UNKNOWN) {
      if (hashes[slots[slot]] == hash && isSame(words[slots[slot]], word, length)) {
        return slots[slot];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return UNKNOWN;
  }

  /** The first word that begins so, or comes after where it would be. */
  int firstWith(String beginning) {
    int low = 1;
    int high = words.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words[middle].compareTo(beginning) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first word from a number on that does not begin so. */
  int endOf(String beginning, int from) {
    int end = from;
    while (end < words.length && words[end].startsWith(beginning)) {
      end++;
    }
    return end;
  }

  Phrase phrase(int number) {
    return phrases[number];
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

  private int slot(int hash) {
    return (hash ^ (hash >>> 15)) & (slots.length - 1);
  }

  private static boolean isSame(String candidate, char[] word, int length) {
    if (candidate.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (candidate.charAt(i) != word[i]) {
        return false;
      }
    }
    return true;
  }
}
