package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.lexicon.WordTable;
import java.util.Set;

/** Finds the phrases of a sentence and weighs each by the words around it. */
final class Grading {
  private final Lexicon lexicon;
  private final Set<Category> categories;
  private final int threshold;
  private final Sentence sentence;
  private final PhraseMatch match;
  private final Naming naming;
  private final Relief relief;

  Grading(
      Lexicon lexicon,
      Set<Category> categories,
      int threshold,
      Sentence sentence,
      Quotation quotation) {
    this.lexicon = lexicon;
    this.categories = categories;
    this.threshold = threshold;
    this.sentence = sentence;
    this.match = new PhraseMatch(lexicon, sentence);
    this.naming = new Naming(lexicon, sentence, match);
    this.relief = new Relief(lexicon, sentence, quotation);
  }

  /** Tells of what the sentence holds. */
  void grade(MatchListener listener) {
    naming.resolve();
    blankExceptions();
    long marks = 0;
    for (int place = 0; place < sentence.size(); place++) {
      marks |= lexicon.marks(sentence.word(place));
    }
    for (int first = 0; first < sentence.size(); first++) {
      grade(first, marks, listener);
    }
  }

  private void grade(int first, long marks, MatchListener listener) {
    Phrase[] phrases = lexicon.phrases(sentence.word(first));
    long[] required = lexicon.required(sentence.word(first));
    for (int i = 0; i < required.length; i++) {
      if ((required[i] & ~marks) == 0 && isAskedFor(phrases[i]) && match.find(phrases[i], first)) {
        grade(phrases[i], first, listener);
      }
    }
  }

  private boolean isAskedFor(Phrase phrase) {
    return phrase.severity() >= threshold && categories.contains(phrase.category());
  }

  private void blankExceptions() {
    for (int first = 0; first < sentence.size(); first++) {
      for (Phrase exception : lexicon.exceptions(sentence.word(first))) {
        if (match.find(exception, first)) {
          for (int place = first; place <= match.last(); place++) {
            sentence.set(place, WordTable.UNKNOWN);
          }
        }
      }
    }
  }

  private void grade(Phrase phrase, int first, MatchListener listener) {
    int last = match.last();
    if (first == last && sentence.isGuessed(first)) {
      return;
    }
    int telling = match.firstTelling(phrase);
    int lowered = relief.of(phrase, first, telling, last);
    if (phrase.severity() - lowered >= threshold) {
      int end = sentence.end(last);
      int start = Math.max(sentence.start(telling), end - ContentFilter.LONGEST);
      listener.found(phrase.category().configName(), start, end);
    }
  }
}
