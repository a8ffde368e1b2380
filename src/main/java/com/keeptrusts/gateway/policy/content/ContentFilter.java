package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.Set;

/** Finds phrases of some categories that are at least so severe. */
final class ContentFilter implements Detector {
  private static final int LONGEST = 200;

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
    Words words = new Words(text.text());
    Sentence sentence = new Sentence();
    Grading grading = new Grading(lexicon, categories, threshold, sentence);
    boolean quoted = false;
    Words.Step step = words.next();
    while (step != Words.Step.TEXT_END) {
      switch (step) {
        case WORD -> add(words, sentence, quoted);
        case QUOTE -> quoted = !quoted;
        case QUOTE_BEGIN -> quoted = true;
        case QUOTE_END -> quoted = false;
        default -> {
          grading.grade(listener);
          sentence.clear();
          // Inches and feet are marked so too: no quotation outlives its line.
          quoted &= step != Words.Step.LINE_END;
        }
      }
      if (sentence.isFull()) {
        grading.grade(listener);
        sentence.carryOver();
      }
      step = words.next();
    }
    grading.grade(listener);
  }

  private void add(Words words, Sentence sentence, boolean quoted) {
    int word = words.number(lexicon.table());
    int last = sentence.size() - 1;
    if (last >= 0
        && lexicon.isIn(word, WordClass.PEOPLE)
        && lexicon.isIn(sentence.word(last), WordClass.TRAIT)) {
      sentence.mergeLast(lexicon.groupWord(), words.end());
    } else {
      sentence.add(word, words.start(), words.end(), quoted);
    }
  }

  /** The last sentence: its later words may yet change what its first ones mean. */
  @Override
  public int unfinished(NormalText text) {
    String all = text.text();
    int start = Math.max(0, all.length() - LONGEST);
    for (int i = all.length() - 1; i >= start; i--) {
      if (".!?\n".indexOf(all.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return start;
  }

  @Override
  public int longest() {
    return LONGEST;
  }
}
