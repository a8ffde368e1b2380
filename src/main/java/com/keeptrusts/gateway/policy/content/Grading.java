package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.detect.MatchListener;
import java.util.Set;

/** Finds the phrases of a sentence and weighs each by the words around it. */
final class Grading {
  private static final int NO_MATCH = -1;
  private static final int NEGATION_REACH = 4;
  private static final int PREVENTION_REACH = 8;

  private final Lexicon lexicon;
  private final Set<Category> categories;
  private final int threshold;
  private final Sentence sentence;

  Grading(Lexicon lexicon, Set<Category> categories, int threshold, Sentence sentence) {
    this.lexicon = lexicon;
    this.categories = categories;
    this.threshold = threshold;
    this.sentence = sentence;
  }

  void grade(MatchListener listener) {
    blankExceptions();
    for (int first = 0; first < sentence.size(); first++) {
      for (Phrase phrase : lexicon.phrases(sentence.word(first))) {
        if (phrase.severity() >= threshold && categories.contains(phrase.category())) {
          grade(phrase, first, listener);
        }
      }
    }
  }

  private void blankExceptions() {
    for (int first = 0; first < sentence.size(); first++) {
      for (Phrase exception : lexicon.exceptions(sentence.word(first))) {
        int last = match(exception, 0, first);
        for (int place = first; place <= last; place++) {
          sentence.blank(place);
        }
      }
    }
  }

  private void grade(Phrase phrase, int first, MatchListener listener) {
    int last = match(phrase, 0, first);
    if (last != NO_MATCH && phrase.severity() - relief(phrase, first) >= threshold) {
      listener.found(phrase.category().configName(), sentence.start(first), sentence.end(last));
    }
  }

  /** Where the phrase ends whose nth word stands at a place. */
  private int match(Phrase phrase, int nth, int place) {
    if (!lexicon.isIn(sentence.word(place), phrase.wordClass(nth))) {
      return NO_MATCH;
    }
    int following = nth + 1;
    if (following == phrase.length()) {
      return place;
    }
    int limit = Math.min(sentence.size(), place + 2 + phrase.gapBefore(following));
    for (int candidate = place + 1; candidate < limit; candidate++) {
      int last = match(phrase, following, candidate);
      if (last != NO_MATCH) {
        return last;
      }
      if (lexicon.isIn(sentence.word(candidate), WordClass.NEGATION)) {
        return NO_MATCH;
      }
    }
    return NO_MATCH;
  }

  /** By how much the surroundings make a phrase less severe. */
  private int relief(Phrase phrase, int first) {
    int relief = sentence.isQuoted(first) ? 1 : 0;
    if (has(WordClass.NEGATION, first - NEGATION_REACH, first)) {
      relief += 2;
    }
    if (has(WordClass.PREVENTION, first - PREVENTION_REACH, first)) {
      relief += 2;
    }
    if (has(WordClass.MENTION, 0, sentence.size())) {
      relief += 1;
    }
    if (phrase.category() == Category.VIOLENCE && has(WordClass.FICTION, 0, sentence.size())) {
      relief += 2;
    }
    return relief;
  }

  private boolean has(WordClass wordClass, int from, int to) {
    for (int place = Math.max(0, from); place < to; place++) {
      if (lexicon.isIn(sentence.word(place), wordClass)) {
        return true;
      }
    }
    return false;
  }
}
