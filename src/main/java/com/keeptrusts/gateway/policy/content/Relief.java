package com.keeptrusts.gateway.policy.content;

/** By how much the words around a phrase make it less severe. */
final class Relief {
  private static final int NEGATION_REACH = 4;
  private static final int RELATIVE_REACH = 4;
  private static final int PREVENTION_REACH = 8;

  private final Lexicon lexicon;
  private final Sentence sentence;
  private final Quotation quotation;

  Relief(Lexicon lexicon, Sentence sentence, Quotation quotation) {
    this.lexicon = lexicon;
    this.sentence = sentence;
    this.quotation = quotation;
  }

  int of(Phrase phrase, int first, int telling, int last) {
    Category category = phrase.category();
    int relief = 0;
    if (sentence.isQuoted(last) && !quotation.isAll()) {
      relief += category.onQuotation();
    }
    if (!phrase.firm() && (isNegated(first) || isNoSubject(first))) {
      relief += 2;
    }
    if (!phrase.firm() && has(WordClass.PREVENTION, telling - PREVENTION_REACH, telling)) {
      relief += 2;
    }
    if (isReported(first)) {
      relief += category.onReport();
    }
    if (isCondemned(0, first) || isCondemned(last + 1, sentence.size())) {
      relief += category.onReport();
    }
    if (has(WordClass.STUDY, 0, first) || has(WordClass.STUDY, last + 1, sentence.size())) {
      relief += 1;
    }
    if (has(WordClass.FICTION, 0, sentence.size())) {
      relief += category.onFiction();
    }
    return relief;
  }

  /** Whether a negation in the same clause reaches it. */
  private boolean isNegated(int first) {
    int place = first - 1;
    while (place >= 0 && place >= first - NEGATION_REACH && !sentence.isApart(place + 1)) {
      if (isIn(place, WordClass.NEGATION)) {
        return true;
      }
      place--;
    }
    return false;
  }

  /**
   * In "violence against women is a problem" women are none, and in "who mocks women is a fool"
   * they are not the fools.
   */
  private boolean isNoSubject(int first) {
    return first > 0
        && !sentence.isApart(first)
        && isIn(first, WordClass.GROUP)
        && (isIn(first - 1, WordClass.PREPOSITION)
            || has(WordClass.RELATIVE, first - RELATIVE_REACH, first));
  }

  /** Whether somebody else is said to have said so. */
  private boolean isReported(int first) {
    for (int place = first - 1; place >= 0; place--) {
      if (isIn(place, WordClass.REPORT)
          || (isIn(place, WordClass.TELL) && !has(WordClass.SPEAKER, place - 2, place))
          || (isIn(place, WordClass.SAY)
              && place > 0
              && !has(WordClass.SPEAKER, place - 4, place))) {
        return true;
      }
    }
    return false;
  }

  /** Whether something is condemned there; who protests that he is no racist condemns nothing. */
  private boolean isCondemned(int from, int to) {
    for (int place = from; place < to; place++) {
      if (isIn(place, WordClass.CONDEMN)
          && !has(WordClass.NEGATION, place - 3, place)
          && !has(WordClass.SPEAKER, place - 3, place)) {
        return true;
      }
    }
    return false;
  }

  private boolean has(WordClass wordClass, int from, int to) {
    for (int place = Math.max(0, from); place < to; place++) {
      if (isIn(place, wordClass)) {
        return true;
      }
    }
    return false;
  }

  private boolean isIn(int place, WordClass wordClass) {
    return lexicon.isIn(sentence.word(place), wordClass);
  }
}
