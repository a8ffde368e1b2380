package com.keeptrusts.gateway.policy.content;

/** The words of one sentence, as numbers of the lexicon. */
final class Sentence {
  /** What is longer is looked at in pieces, each with the end of the one before. */
  private static final int CAPACITY = 256;

  private static final int CARRIED = 16;

  /** So many words may be glued together. */
  static final int MOST_PARTS = 8;

  private final int[] words = new int[CAPACITY];
  private final int[] starts = new int[CAPACITY];
  private final int[] ends = new int[CAPACITY];
  private final boolean[] quoted = new boolean[CAPACITY];
  private final boolean[] apart = new boolean[CAPACITY];
  private final boolean[] guessed = new boolean[CAPACITY];
  private int size;

  /** Single letters are put in when it is known that they make no word. */
  static final int MOST_LETTERS = 24;

  /** Whether it has no room for the parts of one more word. */
  boolean isFull() {
    return size > CAPACITY - MOST_PARTS - MOST_LETTERS;
  }

  int size() {
    return size;
  }

  /**
   * Appends a word.
   *
   * @param inQuotes whether it is quoted
   * @param setApart whether a comma or the like stands before it
   */
  void add(int word, int start, int end, boolean inQuotes, boolean setApart) {
    words[size] = word;
    starts[size] = start;
    ends[size] = end;
    quoted[size] = inQuotes;
    guessed[size] = false;
    apart[size++] = setApart;
  }

  /** The last word was made out, but may be another. */
  void markGuessed() {
    guessed[size - 1] = true;
  }

  /** Whether it was made out, so that by itself it says nothing. */
  boolean isGuessed(int place) {
    return guessed[place];
  }

  /** Takes back the last words. */
  void dropLast(int count) {
    size = Math.max(0, size - count);
  }

  /**
   * Makes one word of several.
   *
   * @param shown the one of them that it is shown from
   */
  void merge(int place, int count, int shown, int word) {
    words[place] = word;
    starts[place] = starts[shown];
    ends[place] = ends[place + count - 1];
    for (int array = 0, from = place + count; from < size; from++) {
      move(from, place + 1 + array++);
    }
    size -= count - 1;
  }

  private void move(int from, int to) {
    words[to] = words[from];
    starts[to] = starts[from];
    ends[to] = ends[from];
    quoted[to] = quoted[from];
    apart[to] = apart[from];
    guessed[to] = guessed[from];
  }

  void set(int place, int word) {
    words[place] = word;
  }

  int word(int place) {
    return words[place];
  }

  int start(int place) {
    return starts[place];
  }

  int end(int place) {
    return ends[place];
  }

  boolean isQuoted(int place) {
    return quoted[place];
  }

  /** Whether a comma or the like stands before it. */
  boolean isApart(int place) {
    return place == 0 || apart[place] || quoted[place] != quoted[place - 1];
  }

  void clear() {
    size = 0;
  }

  /** Keeps the last words, for what reaches over the cut. */
  void carryOver() {
    int from = size - CARRIED;
    for (int i = 0; i < CARRIED; i++) {
      move(from + i, i);
    }
    size = CARRIED;
  }
}
