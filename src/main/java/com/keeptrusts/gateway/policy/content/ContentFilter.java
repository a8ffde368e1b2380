package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.Set;

/** Finds phrases of some categories that are at least so severe. */
final class ContentFilter implements Detector {
  /** What is shown of a match, in characters. */
  static final int LONGEST = 120;

  private final Lexicon lexicon;
  private final Set<Category> categories;
  private final int threshold;

  ContentFilter(Lexicon lexicon, Set<Category> categories, int threshold) {
    this.lexicon = lexicon;
    this.categories = Set.copyOf(categories);
    this.threshold = threshold;
  }

  @Override
  public void find(NormalText text, MatchListener listener) {
    Words words = new Words(text.text(), 0);
    Sentence sentence = new Sentence();
    Reading reading = new Reading(lexicon, sentence);
    Quotation quotation = new Quotation(text.text());
    Grading grading = new Grading(lexicon, categories, threshold, sentence, quotation);
    Words.Step step = words.next();
    while (step != Words.Step.TEXT_END) {
      switch (step) {
        case WORD -> reading.add(words, quotation.isOpen());
        case SENTENCE_END, LINE_END -> {
          reading.endSentence();
          grading.grade(listener);
          sentence.clear();
        }
        default -> {}
      }
      quotation.pass(step);
      if (sentence.isFull()) {
        grading.grade(listener);
        sentence.carryOver();
      }
      step = words.next();
    }
    reading.endSentence();
    grading.grade(listener);
  }

  /** The first word of the last sentence that a match could be shown from; else the last word. */
  @Override
  public int unfinished(NormalText text) {
    String all = text.text();
    Words words = new Words(all, wordStart(all, Math.max(0, all.length() - LONGEST)));
    Sentence sentence = new Sentence();
    Reading reading = new Reading(lexicon, sentence);
    Words.Step step = words.next();
    while (step != Words.Step.TEXT_END) {
      if (step == Words.Step.WORD && !sentence.isFull()) {
        reading.add(words, false);
      } else if (words.isSurelyEnd(step)) {
        reading.endSentence();
        sentence.clear();
      }
      step = words.next();
    }
    int undecided = reading.undecidedFrom(wordStart(all, all.length()));
    for (int place = 0; place < sentence.size(); place++) {
      if (lexicon.isTelling(sentence.word(place))) {
        return Math.min(undecided, sentence.start(place));
      }
    }
    return undecided;
  }

  private static int wordStart(String text, int from) {
    int start = from;
    while (start > 0 && from - start < LONGEST && !Words.isBetween(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  @Override
  public int longest() {
    return LONGEST;
  }
}
