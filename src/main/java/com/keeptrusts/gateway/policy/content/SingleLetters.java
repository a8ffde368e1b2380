package com.keeptrusts.gateway.policy.content;

/** A row of single letters, which may be a word pulled apart ("h a t e"), or several. */
final class SingleLetters {
  private static final int SHORTEST = 3;

  private final Lexicon lexicon;
  private final Sentence sentence;
  private final GluedWords glued;
  private final char[] row = new char[Sentence.MOST_LETTERS];
  private final int[] starts = new int[Sentence.MOST_LETTERS];
  private final int[] ends = new int[Sentence.MOST_LETTERS];
  private int size;
  private boolean quoted;
  private boolean apart;
  private boolean afterSpaces;

  SingleLetters(Lexicon lexicon, Sentence sentence, GluedWords glued) {
    this.lexicon = lexicon;
    this.sentence = sentence;
    this.glued = glued;
  }

  int size() {
    return size;
  }

  /** Whether a letter may belong to it: always the same character stands between two. */
  boolean mayTake(Words letter) {
    return size == 0
        || (size < row.length
            && letter.isNextTo(ends[size - 1])
            && (size == 1 || letter.isAfterSpace() == afterSpaces));
  }

  /** Where its first letter is. */
  int start() {
    return starts[0];
  }

  void add(Words letter, boolean isQuoted) {
    if (size == 0) {
      quoted = isQuoted;
      apart = letter.isApart();
    }
    afterSpaces = letter.isAfterSpace();
    row[size] = letter.chars()[0];
    starts[size] = letter.start();
    ends[size++] = letter.end();
  }

  /** Makes room for a letter that does not belong to it; the last of two may belong to that one. */
  void flushBefore(Words letter) {
    if (size != 2 || !letter.isNextTo(ends[1])) {
      flush();
      return;
    }
    char kept = row[1];
    int start = starts[1];
    int end = ends[1];
    size = 1;
    flush();
    row[0] = kept;
    starts[0] = start;
    ends[0] = end;
    apart = false;
    size = 1;
  }

  /** Puts it into the sentence, as words if it is nothing but words, and is empty then. */
  void flush() {
    int from = size < SHORTEST ? GluedWords.NOWHERE : glued.splitLetters(row, size);
    int single = from == GluedWords.NOWHERE ? size : from;
    for (int i = 0; i < single; i++) {
      int word = lexicon.table().number(row, i, i + 1, row[i]);
      sentence.add(word, starts[i], ends[i], quoted, apart && i == 0);
    }
    for (int part = 0; part < glued.size() && single < size; part++) {
      int first = glued.start(part);
      int last = glued.end(part) - 1;
      sentence.add(glued.word(part), starts[first], ends[last], quoted, apart && first == 0);
    }
    size = 0;
  }
}
