package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.lexicon.WordTable;

/**
 * Puts the words of a text into a sentence, also those that are misspelled, glued together
 * ("killthemall") or pulled apart ("mus lims", "h a t e").
 */
final class Reading {
  private static final int SHORTEST_GLUED = 5;

  /** A shorter word that was made out may easily be another. */
  private static final int SHORTEST_SURE = 6;

  /** Shorter ones of letters and digits are found in every dump of bytes. */
  private static final int SHORTEST_PLAIN = 4;

  private final Lexicon lexicon;
  private final Spelling spelling;
  private final Sentence sentence;
  private final GluedWords glued;
  private final SingleLetters letters;
  private final Piece piece;

  Reading(Lexicon lexicon, Sentence sentence) {
    this.lexicon = lexicon;
    this.spelling = lexicon.spelling();
    this.sentence = sentence;
    this.glued = new GluedWords(lexicon);
    this.letters = new SingleLetters(lexicon, sentence, glued);
    this.piece = new Piece(lexicon);
  }

  /** What was read before has nothing to do with what follows. */
  void endSentence() {
    letters.flush();
    piece.forget();
  }

  /** From where on more text may change what was read; at most a limit. */
  int undecidedFrom(int limit) {
    return letters.size() == 0 ? limit : Math.min(limit, letters.start());
  }

  /** Adds the word that was just read. */
  void add(Words words, boolean quoted) {
    if (words.isApart()) {
      endSentence();
    }
    if (words.length() != 1 || !words.hasLetter()) {
      if (letters.size() > 0) {
        letters.flush();
      }
      addWord(words, quoted);
    } else if (letters.size() > 0 || !join(words, quoted, isWordLetter(words))) {
      if (!letters.mayTake(words)) {
        letters.flushBefore(words);
      }
      letters.add(words, quoted);
      piece.keep(words, letters.size() > 1 || isWordLetter(words));
    }
  }

  private static boolean isWordLetter(Words words) {
    return words.chars()[0] == 'a' || words.chars()[0] == 'i';
  }

  private void addWord(Words words, boolean quoted) {
    int number = words.number(lexicon.table());
    if (lexicon.isIn(number, WordClass.SHORT) && addGlued(words, quoted)) {
      return;
    }
    boolean isWord =
        number != WordTable.UNKNOWN || !words.hasLetter() || spelling.isCommon(words.hash());
    if (join(words, quoted, isWord)) {
      return;
    }
    boolean guessed =
        !words.hasLetter() || (words.isDisguised() && words.length() < SHORTEST_PLAIN);
    if (number == WordTable.UNKNOWN && (words.isDisguised() || !isWord)) {
      number = meant(words, isWord);
      guessed |= !isSure(number, words.length());
      if (number == WordTable.UNKNOWN && words.cutAtSign()) {
        addWord(words, quoted);
        return;
      }
      if (number == WordTable.UNKNOWN && !isWord && addGlued(words, quoted)) {
        return;
      }
    }
    put(number, words, quoted, guessed);
    piece.keep(words, isWord);
  }

  private int meant(Words words, boolean isWord) {
    int folded =
        words.isDisguised() && words.mayBeWord()
            ? spelling.folded(words.chars(), words.length(), words.hash())
            : WordTable.UNKNOWN;
    return folded != WordTable.UNKNOWN || isWord
        ? folded
        : spelling.meant(words.chars(), words.length(), words.hash());
  }

  private boolean isSure(int number, int length) {
    return spelling.isStrong(number) && length >= SHORTEST_SURE;
  }

  /** Makes one word of the one before and this one, if that is one. */
  private boolean join(Words words, boolean quoted, boolean isWord) {
    int joined = piece.join(words, isWord);
    if (joined == Piece.NOT_JOINED) {
      return false;
    }
    letters.flush();
    int last = sentence.size() - 1;
    // A stream has kept back what tells something, and has let go of what does not.
    boolean isKept = lexicon.isTelling(sentence.word(last));
    if (isKept && !lexicon.isTelling(joined)) {
      return false;
    }
    int start = isKept ? sentence.start(last) : words.start();
    boolean apart = sentence.isApart(last);
    sentence.dropLast(1);
    sentence.add(joined, start, words.end(), quoted, apart);
    if (!isSure(joined, piece.length())) {
      sentence.markGuessed();
    }
    return true;
  }

  private void put(int number, Words words, boolean quoted, boolean guessed) {
    sentence.add(number, words.start(), words.end(), quoted, words.isApart());
    if (guessed) {
      sentence.markGuessed();
    }
  }

  private boolean addGlued(Words words, boolean quoted) {
    boolean mayBeGlued = words.length() >= SHORTEST_GLUED || isShort(words);
    if (!mayBeGlued || !glued.split(words)) {
      return false;
    }
    for (int part = 0; part < glued.size(); part++) {
      sentence.add(
          glued.word(part),
          Math.min(words.start() + glued.start(part), words.end() - 1),
          words.end(),
          quoted,
          part == 0 && words.isApart());
      if (!isSure(glued.word(part), glued.end(part) - glued.start(part))) {
        sentence.markGuessed();
      }
    }
    piece.forget();
    return true;
  }

  private boolean isShort(Words words) {
    return lexicon.isIn(words.number(lexicon.table()), WordClass.SHORT);
  }
}
