package com.keeptrusts.gateway.policy.content;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a lexicon: classes of words first, then what is made of them. */
final class LexiconReader {
  private final List<String> words = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<BitSet> classes = new ArrayList<>();
  private final Map<String, Integer> classNumbers = new HashMap<>();
  private final List<Phrase> phrases = new ArrayList<>();
  private final List<Phrase> exceptions = new ArrayList<>();
  private final List<Phrase> names = new ArrayList<>();

  LexiconReader() {
    for (WordClass wordClass : WordClass.values()) {
      placeClass("{" + wordClass.lexiconName() + "}", true);
    }
  }

  /** The file of classes: {@code class: word word {class}}. */
  void readClasses(String file) {
    for (String line : lines(file)) {
      int colon = line.indexOf(": ");
      BitSet members = classes.get(placeClass("{" + line.substring(0, colon) + "}", true));
      for (String word : line.substring(colon + 2).split(" +", -1)) {
        addMembers(word, members);
      }
    }
  }

  /**
   * The file of words with their forms: {@code class: word word} has them as they stand, {@code
   * class noun: thug thief/thieves} their plurals too; {@code class verb: kill stab+ shoot/shot}
   * makes {@code class} of the base forms and {@code class_s}, {@code class_ed}, {@code class_ing}
   * of the others. A {@code +} doubles the last letter.
   */
  void readVocabulary(String file) {
    for (String line : lines(file)) {
      int colon = line.indexOf(": ");
      String[] head = line.substring(0, colon).split(" ", -1);
      for (String word : line.substring(colon + 2).split(" +", -1)) {
        if (head.length == 1) {
          addMembers(word, named(head[0]));
        } else if (head[1].equals("noun")) {
          addNoun(word, named(head[0]));
        } else {
          addVerb(word, head[0]);
        }
      }
    }
  }

  private void addNoun(String word, BitSet members) {
    int slash = word.indexOf('/');
    String noun = slash < 0 ? word : word.substring(0, slash);
    addMembers(noun, members);
    addMembers(slash < 0 ? Inflection.plural(noun) : word.substring(slash + 1), members);
  }

  private void addVerb(String word, String name) {
    int slash = word.indexOf('/');
    boolean isDoubled = word.endsWith("+");
    String base = word.substring(0, slash < 0 ? word.length() - (isDoubled ? 1 : 0) : slash);
    String stem = isDoubled ? base + base.charAt(base.length() - 1) : base;
    addMembers(base, named(name));
    addMembers(Inflection.third(base), named(name + "_s"));
    addMembers(Inflection.present(stem), named(name + "_ing"));
    addMembers(slash < 0 ? Inflection.past(stem) : word.substring(slash + 1), named(name + "_ed"));
  }

  private BitSet named(String name) {
    return classes.get(placeClass("{" + name + "}", true));
  }

  /** A category's file: on each line the severity and the phrase. */
  void readPhrases(Category category, String file) {
    for (String line : lines(file)) {
      int severity = line.charAt(0) - '0';
      if (severity < 1 || severity > 3) {
        throw new IllegalArgumentException("a phrase begins with its severity, 1 to 3: " + line);
      }
      addPhrases(category, severity, line.substring(2), phrases);
    }
  }

  /** The file of harmless phrases. */
  void readExceptions(String file) {
    // The category plays no part: whatever would match in here does not.
    lines(file).forEach(line -> addPhrases(Category.HATE, 0, line, exceptions));
  }

  /** The file of groups whose names have several words. */
  void readNames(String file) {
    lines(file).forEach(line -> addPhrases(Category.HATE, 0, line, names));
  }

  private static List<String> lines(String file) {
    return file.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
        .toList();
  }

  Lexicon lexicon() {
    return new Lexicon(words, classes, phrases, exceptions, names);
  }

  private void addPhrases(Category category, int severity, String text, List<Phrase> to) {
    PhraseText phrase = new PhraseText(text, place -> placeClass(place, false));
    BitSet common = classes.get(WordClass.COMMON.number());
    for (List<Phrase.Place> places : phrase.variants()) {
      int telling = firstTelling(places, common);
      to.add(
          new Phrase(category, severity, phrase.firm(), phrase.atClauseStart(), places, telling));
    }
  }

  private int firstTelling(List<Phrase.Place> places, BitSet common) {
    for (int i = 0; i < places.size(); i++) {
      if (!classes.get(places.get(i).wordClass()).intersects(common)) {
        return i;
      }
    }
    return places.size() - 1;
  }

  /** The class of a place; words that stand alone get one of their own. */
  private int placeClass(String place, boolean mayBeNew) {
    Integer number = classNumbers.get(place);
    return number == null ? newClass(place, mayBeNew) : number;
  }

  private int newClass(String place, boolean mayBeNew) {
    boolean isName = place.startsWith("{") && place.indexOf('|') < 0;
    if (isName && !mayBeNew) {
      throw new IllegalArgumentException("no such class of words: " + place);
    }
    int number = classes.size();
    classNumbers.put(place, number);
    classes.add(new BitSet());
    if (!isName) {
      for (String word : place.split("\\|", -1)) {
        addMembers(word, classes.get(number));
      }
    }
    return number;
  }

  private void addMembers(String word, BitSet members) {
    if (word.startsWith("{")) {
      Integer number = classNumbers.get(word);
      if (number == null) {
        throw new IllegalArgumentException("no such class of words: " + word);
      }
      members.or(classes.get(number));
    } else {
      members.set(wordNumber(word));
    }
  }

  private int wordNumber(String word) {
    Integer number = numbers.get(word);
    if (number == null) {
      words.add(word);
      number = words.size();
      numbers.put(word, number);
    }
    return number;
  }
}
