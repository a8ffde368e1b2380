package com.keeptrusts.gateway.policy.injection;

import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.lexicon.WordTable;

/** Follows all phrases through the words of a text at once. */
final class PhraseWalk {
  private final Lexicon lexicon;
  private final MatchListener listener;
  private Attempts attempts = new Attempts();
  private Attempts spare = new Attempts();

  PhraseWalk(Lexicon lexicon, MatchListener listener) {
    this.lexicon = lexicon;
    this.listener = listener;
  }

  void clear() {
    attempts.clear();
  }

  /**
   * Takes the next word.
   *
   * @param severity how severe a phrase must be that begins here
   */
  void step(int word, int start, int end, int severity) {
    if (attempts.size() > 0) {
      goOn(word, end);
    }
    if (word != WordTable.UNKNOWN) {
      for (int number : lexicon.beginningWith(word)) {
        if (lexicon.phrase(number).severity() >= severity) {
          advance(attempts, number, 1, start, end);
        }
      }
    }
  }

  private void goOn(int word, int end) {
    Attempts next = spare;
    next.clear();
    for (int i = 0; i < attempts.size(); i++) {
      int number = attempts.phrase(i);
      int place = attempts.place(i);
      int start = attempts.start(i);
      if (end - start > PhraseDetector.LONGEST) {
        continue;
      }
      if (word != WordTable.UNKNOWN && lexicon.fitting(lexicon.phrase(number), place).get(word)) {
        advance(next, number, place + 1, start, end);
      }
      if (attempts.gap(i) > 0) {
        next.add(number, place, attempts.gap(i) - 1, start);
      }
    }
    spare = attempts;
    attempts = next;
  }

  private void advance(Attempts to, int number, int place, int start, int end) {
    Phrase phrase = lexicon.phrase(number);
    if (place == phrase.length()) {
      listener.found(phrase.attack().kind(), start, end);
    } else {
      to.add(number, place, phrase.gaps()[place], start);
    }
  }

  /** Where the first phrase began that may still go on; the default when there is none. */
  int earliest(int none) {
    int earliest = none;
    for (int i = 0; i < attempts.size(); i++) {
      earliest = Math.min(earliest, attempts.start(i));
    }
    return earliest;
  }

  /** The same where the text ends in the beginning of a word. */
  int earliest(String begun, int start, int severity, int none) {
    int low = lexicon.firstWith(begun);
    int high = lexicon.endOf(begun, low);
    int earliest = none;
    for (int i = 0; i < attempts.size(); i++) {
      Phrase phrase = lexicon.phrase(attempts.phrase(i));
      int next = lexicon.fitting(phrase, attempts.place(i)).nextSetBit(low);
      if (attempts.gap(i) > 0 || (next >= 0 && next < high)) {
        earliest = Math.min(earliest, attempts.start(i));
      }
    }
    return earliest < none || !beginsPhrase(low, high, severity) ? earliest : start;
  }

  private boolean beginsPhrase(int low, int high, int severity) {
    for (int word = low; word < high; word++) {
      for (int number : lexicon.beginningWith(word)) {
        if (lexicon.phrase(number).severity() >= severity) {
          return true;
        }
      }
    }
    return false;
  }
}
