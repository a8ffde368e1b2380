package com.keeptrusts.gateway.policy.injection;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;

/** Finds phrases that are at least so severe where they stand. */
final class PhraseDetector implements Detector {
  static final int LONGEST = 200;

  private final Lexicon lexicon;
  private final int threshold;

  PhraseDetector(Lexicon lexicon, int threshold) {
    this.lexicon = lexicon;
    this.threshold = threshold;
  }

  @Override
  public void find(NormalText text, MatchListener listener) {
    Words words = new Words(text.text(), 0);
    Surroundings surroundings = new Surroundings();
    PhraseWalk walk = new PhraseWalk(lexicon, listener);
    Words.Step step = words.next();
    while (step != Words.Step.TEXT_END) {
      if (step == Words.Step.WORD || step == Words.Step.BEGUN_WORD) {
        int word = words.number(lexicon.table());
        walk.step(word, words.start(), words.end(), threshold + surroundings.lowering());
        surroundings.word(lexicon, word);
      } else {
        surroundings.mark(step);
        endSentence(step, walk);
      }
      step = words.next();
    }
  }

  /** What stands before could make it less severe, but may be out of sight here. */
  @Override
  public int unfinished(NormalText normal) {
    String text = normal.text();
    Words words = new Words(text, Math.max(0, text.length() - LONGEST));
    PhraseWalk walk = new PhraseWalk(lexicon, (kind, start, end) -> {});
    Words.Step step = words.next();
    while (step != Words.Step.TEXT_END) {
      if (step == Words.Step.BEGUN_WORD) {
        return Math.min(
            walk.earliest(words.word(), words.start(), threshold, text.length()),
            walk.earliest(words.letters(), words.start(), threshold, text.length()));
      }
      if (step == Words.Step.WORD) {
        walk.step(words.number(lexicon.table()), words.start(), words.end(), threshold);
      } else {
        endSentence(step, walk);
      }
      step = words.next();
    }
    return walk.earliest(text.length());
  }

  @Override
  public int longest() {
    return LONGEST;
  }

  private static void endSentence(Words.Step step, PhraseWalk walk) {
    if (step == Words.Step.SENTENCE_END || step == Words.Step.PARAGRAPH_END) {
      walk.clear();
    }
  }
}
