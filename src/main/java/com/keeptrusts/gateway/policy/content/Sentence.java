package com.keeptrusts.gateway.policy.content;

/** The words of one sentence, as numbers of the lexicon. */
final class Sentence {
  /** What is longer is looked at in pieces, each with the end of the one before. */
  private static final int CAPACITY = 256;

  private static final int CARRIED = 16;

  private final int[] words = new int[CAPACITY];
  private final int[] starts = new int[CAPACITY];
  private final int[] ends = new int[CAPACITY];
  private final boolean[] quoted = new boolean[CAPACITY];
  private int size;

  boolean isFull() {
    return size == CAPACITY;
  }

  int size() {
    return size;
  }

  void add(int word, int start, int end, boolean inQuotes) {
    words[size] = word;
    starts[size] = start;
    ends[size] = end;
    quoted[size++] = inQuotes;
  }

  /** Makes one word of the last and the one to come. */
  void mergeLast(int word, int end) {
    words[size - 1] = word;
    ends[size - 1] = end;
  }

  /** Forgets what a place means. */
  void blank(int place) {
    words[place] = WordTable.UNKNOWN;
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

  void clear() {
    size = 0;
  }

  /** Keeps the last words, for what reaches over the cut. */
  void carryOver() {
    int from = size - CARRIED;
    System.arraycopy(words, from, words, 0, CARRIED);
    System.arraycopy(starts, from, starts, 0, CARRIED);
    System.arraycopy(ends, from, ends, 0, CARRIED);
    System.arraycopy(quoted, from, quoted, 0, CARRIED);
    size = CARRIED;
  }
}
