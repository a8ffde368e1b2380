package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.lexicon.WordTable;
import java.util.ArrayList;
import java.util.List;

/** Finds words of which two letters or more, up to half of them, are asterisks. */
final class MaskedWords {
  private static final int LETTERS = 26;

  private final List<String> words;

  /** The numbers of the words of each length with each first letter. */
  private final List<List<Integer>> buckets;

  MaskedWords(List<String> words) {
    this.words = List.copyOf(words);
    this.buckets = new ArrayList<>();
    for (int bucket = 0; bucket < Words.LONGEST * LETTERS; bucket++) {
      buckets.add(new ArrayList<>(0));
    }
    for (int number = 1; number <= words.size(); number++) {
      String word = words.get(number - 1);
      if (isLetter(word.charAt(0)) && word.length() < Words.LONGEST) {
        buckets.get(bucket(word.charAt(0), word.length())).add(number);
      }
    }
  }

  /** The number of a word; its first letter is never masked. */
  int number(char[] masked, int length, Misspellings.Preference preference) {
    if (!isLetter(masked[0]) || !isEnoughShown(masked, length)) {
      return WordTable.UNKNOWN;
    }
    List<Integer> candidates = buckets.get(bucket(masked[0], length));
    int best = WordTable.UNKNOWN;
    for (int i = 0; i < candidates.size(); i++) {
      int number = candidates.get(i);
      if (isMeant(words.get(number - 1), masked)
          && (best == WordTable.UNKNOWN || preference.of(number) > preference.of(best))) {
        best = number;
      }
    }
    return best;
  }

  private static boolean isMeant(String word, char[] masked) {
    for (int i = 1; i < word.length(); i++) {
      if (masked[i] != '*' && masked[i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEnoughShown(char[] masked, int length) {
    int shown = 0;
    for (int i = 0; i < length; i++) {
      shown += masked[i] == '*' ? 0 : 1;
    }
    return shown * 2 >= length && shown + 1 < length;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static int bucket(char first, int length) {
    return length * LETTERS + first - 'a';
  }
}
