package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.lexicon.GradedPhrase;
import com.keeptrusts.gateway.policy.lexicon.WordClasses;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads a lexicon, each file by its lines: classes of words first, then what is made of them. */
final class LexiconReader {
  private final WordClasses classes = new WordClasses();
  private final List<Phrase> phrases = new ArrayList<>();
  private final List<Phrase> exceptions = new ArrayList<>();
  private final List<Phrase> names = new ArrayList<>();

  LexiconReader() {
    for (WordClass wordClass : WordClass.values()) {
      classes.named(wordClass.lexiconName());
    }
  }

  /** The file of classes: {@code class: word word {class}}. */
  void readClasses(List<String> lines) {
    lines.forEach(classes::define);
  }

  /**
   * The file of words with their forms: {@code class: word word} has them as they stand, {@code
   * class noun: thug thief/thieves} their plurals too; {@code class verb: kill stab+ shoot/shot}
   * makes {@code class} of the base forms and {@code class_s}, {@code class_ed}, {@code class_ing}
   * of the others. A {@code +} doubles the last letter.
   */
  void readVocabulary(List<String> lines) {
    for (String line : lines) {
      int colon = line.indexOf(": ");
      String[] head = line.substring(0, colon).split(" ", -1);
      for (String word : line.substring(colon + 2).split(" +", -1)) {
        if (head.length == 1) {
          add(word, head[0]);
        } else if (head[1].equals("noun")) {
          addNoun(word, head[0]);
        } else {
          addVerb(word, head[0]);
        }
      }
    }
  }

  private void addNoun(String word, String name) {
    int slash = word.indexOf('/');
    String noun = slash < 0 ? word : word.substring(0, slash);
    add(noun, name);
    add(slash < 0 ? Inflection.plural(noun) : word.substring(slash + 1), name);
  }

  private void addVerb(String word, String name) {
    int slash = word.indexOf('/');
    boolean isDoubled = word.endsWith("+");
    String base = word.substring(0, slash < 0 ? word.length() - (isDoubled ? 1 : 0) : slash);
    String stem = isDoubled ? base + base.charAt(base.length() - 1) : base;
    add(base, name);
    add(Inflection.third(base), name + "_s");
    add(Inflection.present(stem), name + "_ing");
    add(slash < 0 ? Inflection.past(stem) : word.substring(slash + 1), name + "_ed");
  }

  private void add(String word, String name) {
    classes.add(word, classes.named(name));
  }

  /** A category's file: on each line the severity and the phrase. */
  void readPhrases(Category category, List<String> lines) {
    for (String line : lines) {
      GradedPhrase graded = GradedPhrase.parse(line);
      addPhrases(category, graded.severity(), graded.phrase(), phrases);
    }
  }

  /** The file of harmless phrases. */
  void readExceptions(List<String> lines) {
    // The category plays no part: whatever would match in here does not.
    lines.forEach(line -> addPhrases(Category.HATE, 0, line, exceptions));
  }

  /** The file of groups whose names have several words. */
  void readNames(List<String> lines) {
    lines.forEach(line -> addPhrases(Category.HATE, 0, line, names));
  }

  Lexicon lexicon() {
    return new Lexicon(classes.words(), classes.classes(), phrases, exceptions, names);
  }

  private void addPhrases(Category category, int severity, String text, List<Phrase> to) {
    PhraseText phrase = new PhraseText(text, classes::ofPlace);
    BitSet common = classes.classes().get(WordClass.COMMON.number());
    for (List<Phrase.Place> places : phrase.variants()) {
      int telling = firstTelling(places, common);
      to.add(
          new Phrase(category, severity, phrase.firm(), phrase.atClauseStart(), places, telling));
    }
  }

  private int firstTelling(List<Phrase.Place> places, BitSet common) {
    for (int i = 0; i < places.size(); i++) {
      if (!classes.classes().get(places.get(i).wordClass()).intersects(common)) {
        return i;
      }
    }
    return places.size() - 1;
  }
}
