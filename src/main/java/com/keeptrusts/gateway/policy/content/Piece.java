package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.lexicon.WordTable;

/** The word before, which may be the first piece of one that was pulled apart ("mus lims"). */
final class Piece {
  /** What a join returns that makes no word. */
  static final int NOT_JOINED = -1;

  private static final int SHORTEST_JOINED = 4;

  private final Lexicon lexicon;
  private final char[] chars = new char[2 * Words.LONGEST];
  private int length;
  private int hash;
  private int end;
  private boolean isWord;

  Piece(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  void forget() {
    length = 0;
  }

  /**
   * Keeps a word.
   *
   * @param word whether it is one by itself
   */
  void keep(Words words, boolean word) {
    length = words.hasLetter() && words.length() < Words.LONGEST ? words.length() : 0;
    hash = words.hash();
    end = words.end();
    isWord = word;
    System.arraycopy(words.chars(), 0, chars, 0, length);
  }

  int length() {
    return length;
  }

  /**
   * The number of the word that it makes together with the next one, of which it is a piece then;
   * or {@link #NOT_JOINED}.
   *
   * @param nextIsWord whether that one is a word by itself
   */
  int join(Words next, boolean nextIsWord) {
    int joined = length + next.length();
    if (length == 0
        || (isWord && nextIsWord)
        || !next.hasLetter()
        || joined < (next.isAfterSpace() ? SHORTEST_JOINED : SHORTEST_JOINED - 1)
        || joined >= Words.LONGEST - 1
        || !next.isNextTo(end)) {
      return NOT_JOINED;
    }
    System.arraycopy(next.chars(), 0, chars, length, next.length());
    int number = joined(next, joined, !isWord && !nextIsWord);
    if (number != NOT_JOINED) {
      hash = Hashes.of(chars, 0, joined);
      length = joined;
      end = next.end();
      isWord = true;
    }
    return number;
  }

  private int joined(Words next, int joined, boolean bothAreNone) {
    int joinedHash = hash * Hashes.power(next.length()) + next.hash();
    int number = lexicon.table().number(chars, 0, joined, joinedHash);
    if (number != WordTable.UNKNOWN) {
      return number;
    }
    if (!next.isAfterSpace()) {
      number = hidden(next, joined + 1);
    }
    boolean isOther = bothAreNone && lexicon.spelling().isCommon(joinedHash);
    return number != WordTable.UNKNOWN || isOther ? number : NOT_JOINED;
  }

  /** The word of which a letter is hidden behind the sign between the pieces. */
  private int hidden(Words next, int size) {
    char[] masked = new char[size];
    System.arraycopy(chars, 0, masked, 0, length);
    masked[length] = '*';
    System.arraycopy(next.chars(), 0, masked, length + 1, next.length());
    return lexicon.spelling().hidden(masked, size, Hashes.of(masked, 0, size), length);
  }
}
