package com.keeptrusts.gateway.policy.injection;

/** What stands before a phrase and makes it less severe. */
final class Surroundings {
  private static final int LOWERS_BY = 2;
  private static final int NEGATION_REACH = 3;
  private static final int MENTION_REACH = 25;
  private static final int FAR = 1_000;

  private boolean quoted;
  private int wordsSinceNegation = FAR;
  private int wordsSinceMention = FAR;

  /** By how much the severity of a phrase is lowered that begins here. */
  int lowering() {
    boolean spokenOf =
        quoted || wordsSinceNegation <= NEGATION_REACH || wordsSinceMention <= MENTION_REACH;
    return spokenOf ? LOWERS_BY : 0;
  }

  void word(Lexicon lexicon, int word) {
    wordsSinceNegation = lexicon.isNegation(word) ? 1 : wordsSinceNegation + 1;
    wordsSinceMention = lexicon.isMention(word) ? 1 : wordsSinceMention + 1;
  }

  void mark(Words.Step step) {
    switch (step) {
      case QUOTE -> quoted = !quoted;
      case QUOTE_BEGIN -> quoted = true;
      case QUOTE_END -> quoted = false;
      case SENTENCE_END -> wordsSinceNegation = FAR;
      case LINE_END -> quoted = false;
      case PARAGRAPH_END -> {
        quoted = false;
        wordsSinceNegation = FAR;
        wordsSinceMention = FAR;
      }
      default -> {}
    }
  }
}
