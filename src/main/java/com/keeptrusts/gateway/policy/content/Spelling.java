package com.keeptrusts.gateway.policy.content;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Recognizes the strong words of the lexicon in other spellings: with letters drawn out ("haaate"),
 * masked ("m*slims"), left out, swapped or doubled.
 */
final class Spelling {
  /** A letter may be missing only from words that stay recognizable. */
  private static final int SHORTEST_WITH_MISSING = 6;

  private static final int SHORTEST_WITH_DOUBLED = 4;
  private static final int SHORTEST_WITH_SWAPPED = 4;

  private final WordTable table;
  private final List<String> words;
  private final BitSet strong;
  private final List<int[]> strongOfLength;
  private final Misspellings misspellings;

  Spelling(WordTable table, List<String> words, BitSet strong) {
    this.table = table;
    this.words = List.copyOf(words);
    this.strong = (BitSet) strong.clone();
    this.misspellings = new Misspellings(strong.cardinality());
    this.strongOfLength =
        IntStream.range(0, Words.LONGEST)
            .mapToObj(
                length ->
                    strong.stream()
                        .filter(word -> words.get(word - 1).length() == length)
                        .toArray())
            .toList();
    for (int word = strong.nextSetBit(0); word >= 0; word = strong.nextSetBit(word + 1)) {
      addMisspellings(words.get(word - 1), word);
    }
  }

  boolean isStrong(int word) {
    return strong.get(word);
  }

  /** The number of the strong word that was meant. */
  int meant(char[] word, int length, int hash) {
    if (length < SHORTEST_WITH_SWAPPED || length >= Words.LONGEST) {
      return WordTable.UNKNOWN;
    }
    int number = misspellings.number(word, length, hash);
    return number == WordTable.UNKNOWN ? unusual(word, length) : number;
  }

  private int unusual(char[] word, int length) {
    for (int i = 1; i < length; i++) {
      if (word[i] == '*') {
        return masked(word, length);
      }
      if (i > 1 && word[i] == word[i - 1] && word[i] == word[i - 2]) {
        int once = drawnOut(word, length, 1);
        return once == WordTable.UNKNOWN ? drawnOut(word, length, 2) : once;
      }
    }
    return WordTable.UNKNOWN;
  }

  /** Looks a word up of whose runs of equal letters only so many are kept. */
  private int drawnOut(char[] word, int length, int kept) {
    char[] shorter = new char[length];
    int size = 0;
    int run = 0;
    int hash = 0;
    for (int i = 0; i < length; i++) {
      run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
      if (run <= kept) {
        shorter[size++] = word[i];
        hash = hash * 31 + word[i];
      }
    }
    return table.number(shorter, 0, size, hash);
  }

  private int masked(char[] word, int length) {
    for (int number : strongOfLength.get(length)) {
      if (isMasked(words.get(number - 1), word, length)) {
        return number;
      }
    }
    return WordTable.UNKNOWN;
  }

  private static boolean isMasked(String candidate, char[] word, int length) {
    if (candidate.length() != length) {
      return false;
    }
    int shown = 0;
    for (int i = 0; i < length; i++) {
      if (word[i] != '*' && word[i] != candidate.charAt(i)) {
        return false;
      }
      shown += word[i] == '*' ? 0 : 1;
    }
    return shown * 2 >= length;
  }

  private void addMisspellings(String word, int number) {
    StringBuilder wrong = new StringBuilder();
    for (int i = 1; i < word.length(); i++) {
      if (i + 1 < word.length() && word.length() >= SHORTEST_WITH_SWAPPED) {
        wrong.append(word).setCharAt(i, word.charAt(i + 1));
        wrong.setCharAt(i + 1, word.charAt(i));
        add(wrong, number);
      }
      if (word.length() >= SHORTEST_WITH_MISSING && i + 1 < word.length()) {
        add(wrong.append(word).deleteCharAt(i), number);
      }
      if (word.length() >= SHORTEST_WITH_DOUBLED) {
        add(wrong.append(word).insert(i, word.charAt(i)), number);
      }
    }
    // A 1 is read as an i, where it may have been an l.
    add(wrong.append(word.replace('l', 'i')), number);
  }

  private void add(StringBuilder wrong, int number) {
    String spelled = wrong.toString();
    wrong.setLength(0);
    if (table.number(spelled) == WordTable.UNKNOWN) {
      misspellings.add(spelled, number);
    }
  }
}
