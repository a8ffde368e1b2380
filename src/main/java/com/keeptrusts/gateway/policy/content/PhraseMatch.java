package com.keeptrusts.gateway.policy.content;

/** Looks for phrases at a place of a sentence. */
final class PhraseMatch {
  private static final int NO_MATCH = -1;
  private static final int MOST_PLACES = 24;

  private final Lexicon lexicon;
  private final Sentence sentence;
  private final int[] at = new int[MOST_PLACES];
  private int last;

  PhraseMatch(Lexicon lexicon, Sentence sentence) {
    this.lexicon = lexicon;
    this.sentence = sentence;
  }

  /** Whether a phrase stands at a place. */
  boolean find(Phrase phrase, int first) {
    if (phrase.atClauseStart() && !isClauseStart(first)) {
      return false;
    }
    last = match(phrase, 0, first);
    return last != NO_MATCH;
  }

  /** The last word of the phrase that was found. */
  int last() {
    return last;
  }

  /** The first word of it that says something; the last one if none does. */
  int firstTelling(Phrase phrase) {
    for (int nth = 0; nth < phrase.places().size(); nth++) {
      if (lexicon.isTelling(sentence.word(at[nth]))) {
        return at[nth];
      }
    }
    return last;
  }

  private boolean isClauseStart(int place) {
    return sentence.isApart(place) || lexicon.isIn(sentence.word(place - 1), WordClass.LEAD);
  }

  /** Where the phrase ends whose nth word stands at a place. */
  private int match(Phrase phrase, int nth, int place) {
    if (!lexicon.isIn(sentence.word(place), phrase.places().get(nth).wordClass())) {
      return NO_MATCH;
    }
    at[nth] = place;
    int following = nth + 1;
    return following == phrase.places().size()
        ? place
        : matchFrom(phrase, following, place + 1, phrase.places().get(following));
  }

  private int matchFrom(Phrase phrase, int nth, int from, Phrase.Place next) {
    int limit = Math.min(sentence.size(), from + 1 + next.gap());
    for (int candidate = from; candidate < limit; candidate++) {
      if (!next.overCommas() && sentence.isApart(candidate)) {
        return NO_MATCH;
      }
      int end = match(phrase, nth, candidate);
      if (end != NO_MATCH) {
        return end;
      }
      if (!maySkip(sentence.word(candidate), next)) {
        return NO_MATCH;
      }
    }
    return NO_MATCH;
  }

  private boolean maySkip(int word, Phrase.Place next) {
    return next.skipped() == Phrase.ANY
        ? !lexicon.isIn(word, WordClass.NEGATION) && !lexicon.isIn(word, WordClass.BARRIER)
        : lexicon.isIn(word, next.skipped()) != next.others();
  }
}
