package com.keeptrusts.gateway.policy.content;

/**
 * Puts the words of a text into a sentence, also those that are glued together ("killthemall") or
 * pulled apart ("mus lims", "h a t e").
 */
final class Reading {
  /** Longer rows of single letters are looked at from their end. */
  private static final int MOST_LETTERS = 12;

  private static final int SHORTEST_OF_LETTERS = 3;
  private static final int SHORTEST_JOINED = 5;
  private static final int SHORTEST_GLUED = 6;

  /** By these a hash grows with each character that is added. */
  private static final int[] POWERS = powers();

  private final Lexicon lexicon;
  private final Sentence sentence;
  private final GluedWords glued;
  private final char[] row = new char[Words.LONGEST * 2];
  private int rowLength;
  private int rowHash;
  private int letters;
  private boolean rowUnknown;

  Reading(Lexicon lexicon, Sentence sentence) {
    this.lexicon = lexicon;
    this.sentence = sentence;
    this.glued = new GluedWords(lexicon);
  }

  /** What was read before has nothing to do with what follows. */
  void endSentence() {
    rowLength = 0;
    letters = 0;
  }

  /** Adds the word that was just read. */
  void add(Words words, boolean quoted) {
    if (words.isApart()) {
      endSentence();
    }
    if (words.length() == 1 && words.hasLetter()) {
      addLetter(words, quoted);
      return;
    }
    int number = words.number(lexicon.table());
    if (lexicon.isIn(number, WordClass.SHORT) && addGlued(words, quoted)) {
      return;
    }
    if (number == WordTable.UNKNOWN && words.hasLetter()) {
      number = lexicon.spelling().meant(words.chars(), words.length(), words.hash());
      if (number == WordTable.UNKNOWN
          && words.length() >= SHORTEST_GLUED
          && addGlued(words, quoted)) {
        endSentence();
        return;
      }
    }
    int joined = joined(words, number);
    keep(words, joined == WordTable.UNKNOWN ? number : joined);
    sentence.dropLast(joined == WordTable.UNKNOWN ? 0 : 1);
    sentence.add(
        joined == WordTable.UNKNOWN ? number : joined,
        words.start(),
        words.end(),
        quoted,
        words.isApart());
  }

  private boolean addGlued(Words words, boolean quoted) {
    if (!glued.split(words)) {
      return false;
    }
    for (int part = 0; part < glued.size(); part++) {
      sentence.add(
          glued.word(part),
          Math.min(words.start() + glued.start(part), words.end() - 1),
          words.end(),
          quoted,
          part == 0 && words.isApart());
    }
    return true;
  }

  /** The strong word that this one and the one before make together. */
  private int joined(Words words, int number) {
    int length = rowLength + words.length();
    boolean mayJoin =
        letters == 0
            && rowLength > 0
            && (rowUnknown || number == WordTable.UNKNOWN)
            && length >= SHORTEST_JOINED
            && length < Words.LONGEST;
    if (!mayJoin) {
      return WordTable.UNKNOWN;
    }
    System.arraycopy(words.chars(), 0, row, rowLength, words.length());
    return strong(0, length, rowHash * POWERS[words.length()] + words.hash());
  }

  private void keep(Words words, int number) {
    letters = 0;
    rowUnknown = number == WordTable.UNKNOWN;
    rowLength = words.hasLetter() ? words.length() : 0;
    rowHash = words.hash();
    System.arraycopy(words.chars(), 0, row, 0, rowLength);
  }

  private void addLetter(Words words, boolean quoted) {
    int number = words.number(lexicon.table());
    if (letters == 0 || letters == MOST_LETTERS) {
      rowLength = 0;
      letters = 0;
    }
    row[rowLength++] = words.chars()[0];
    letters++;
    for (int from = 0; from <= rowLength - SHORTEST_OF_LETTERS; from++) {
      int spelled = strong(from, rowLength, hash(from, rowLength));
      if (spelled != WordTable.UNKNOWN) {
        sentence.dropLast(rowLength - from - 1);
        sentence.add(spelled, words.start(), words.end(), quoted, false);
        return;
      }
    }
    sentence.add(number, words.start(), words.end(), quoted, words.isApart());
  }

  private int hash(int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + row[i];
    }
    return hash;
  }

  private int strong(int from, int to, int hash) {
    int number = lexicon.table().number(row, from, to, hash);
    return lexicon.spelling().isStrong(number) ? number : WordTable.UNKNOWN;
  }

  private static int[] powers() {
    int[] powers = new int[Words.LONGEST + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 31;
    }
    return powers;
  }
}
