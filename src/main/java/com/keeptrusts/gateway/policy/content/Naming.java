package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.lexicon.WordTable;

/**
 * Finds out which words of a sentence mean a protected group: names of several words become one, a
 * single member stands for the group where any is meant, and a pronoun for the group named before.
 */
final class Naming {
  /** For how many sentences a pronoun may stand for a group. */
  private static final int REMEMBERED = 2;

  private final Lexicon lexicon;
  private final Sentence sentence;
  private final PhraseMatch match;
  private final int group;
  private final int one;
  private final int they;
  private int remembered;

  Naming(Lexicon lexicon, Sentence sentence, PhraseMatch match) {
    this.lexicon = lexicon;
    this.sentence = sentence;
    this.match = match;
    this.group = lexicon.table().number("<group>");
    this.one = lexicon.table().number("<one>");
    this.they = lexicon.table().number("<they>");
  }

  /** Does so for the sentence. */
  void resolve() {
    if (sentence.size() > 0) {
      remembered--;
    }
    for (int place = 0; place < sentence.size(); place++) {
      if (lexicon.mayName(sentence.word(place))) {
        resolve(place);
      }
    }
  }

  private void resolve(int place) {
    int word = sentence.word(place);
    if (lexicon.isIn(word, WordClass.THEM)) {
      standFor(place);
    } else if (isThose(word, place)) {
      standFor(place + 1);
    } else if (isName(word, place)
        || lexicon.isIn(word, WordClass.TRAIT)
        || lexicon.isIn(word, WordClass.NAMED)) {
      remember(place);
    }
  }

  /** After "racists attack Muslims", they are the racists. */
  private void remember(int place) {
    for (int before = 0; before < place; before++) {
      if (isIn(before, WordClass.CONDEMN) || isIn(before, WordClass.AGENT)) {
        return;
      }
    }
    remembered = REMEMBERED;
  }

  private void standFor(int place) {
    if (remembered >= 0) {
      sentence.set(place, they);
    }
  }

  private boolean isThose(int word, int place) {
    return lexicon.isIn(word, WordClass.THOSE)
        && place + 1 < sentence.size()
        && (isIn(place + 1, WordClass.PEOPLE)
            || (isIn(place + 1, WordClass.LOWLIFE) && isIn(place, WordClass.POINTING)))
        && !lexicon.isIn(sentence.word(place + 1), WordClass.NAMED);
  }

  private boolean isName(int word, int place) {
    for (Phrase name : lexicon.names(word)) {
      if (match.find(name, place)) {
        sentence.merge(place, match.last() - place + 1, match.firstTelling(name), group);
        return isMeantAtAll(place);
      }
    }
    if (lexicon.isIn(word, WordClass.TRAIT) && isTraitName(word, place)) {
      return true;
    }
    return isNoun(sentence.word(place), place);
  }

  private boolean isNoun(int word, int place) {
    if (lexicon.isIn(word, WordClass.NAMED)) {
      return isMeantAtAll(place);
    }
    return lexicon.isIn(word, WordClass.ONE) && isOneForAll(place);
  }

  private boolean isTraitName(int word, int place) {
    if (place > 0 && isIn(place - 1, WordClass.STANCE)) {
      return false;
    }
    int next = place + 1;
    while (next < sentence.size() && lexicon.isIn(sentence.word(next), WordClass.TRAIT)) {
      next++;
    }
    int noun = next < sentence.size() ? sentence.word(next) : WordTable.UNKNOWN;
    if (lexicon.isIn(noun, WordClass.PEOPLE) || lexicon.isIn(noun, WordClass.NAMED)) {
      sentence.merge(place, next - place + 1, place, group);
      return isMeantAtAll(place);
    }
    if (lexicon.isIn(noun, WordClass.PERSON) || lexicon.isIn(noun, WordClass.ONE)) {
      sentence.merge(place, next - place + 1, place, group);
      return isOneForAll(place);
    }
    return isFolk(word, place, noun);
  }

  private boolean isFolk(int word, int place, int next) {
    if (!lexicon.isIn(word, WordClass.FOLK)
        || !(lexicon.isIn(next, WordClass.FOLK_VERB) || isThe(place - 1))) {
      return false;
    }
    if (next != WordTable.UNKNOWN || place + 1 == sentence.size()) {
      sentence.set(place, group);
      return isMeantAtAll(place);
    }
    return false;
  }

  private boolean isThe(int place) {
    return place >= 0 && lexicon.isIn(sentence.word(place), WordClass.THOSE);
  }

  /** "my women", "anti-women" and "women's" do not mean women at large. */
  private boolean isMeantAtAll(int place) {
    boolean isOther =
        (place > 0 && (isIn(place - 1, WordClass.OWN) || isIn(place - 1, WordClass.STANCE)))
            || (place + 1 < sentence.size() && sentence.word(place + 1) == lexicon.possessive());
    if (isOther) {
      sentence.set(place, WordTable.UNKNOWN);
    }
    return !isOther;
  }

  private boolean isOneForAll(int place) {
    int before = place - 1;
    while (before >= 0 && !sentence.isApart(before + 1) && isMiddle(before)) {
      before--;
    }
    boolean forAll = before >= 0 && isIn(before, WordClass.ANYONE);
    if (forAll) {
      sentence.set(place, group);
    } else {
      boolean isPlain = isIn(place, WordClass.PERSON) && !isIn(place, WordClass.TRAIT);
      sentence.set(place, isPlain ? WordTable.UNKNOWN : one);
    }
    return forAll && isMeantAtAll(place);
  }

  /** What may stand between "a" and the noun: an adjective, known or not. */
  private boolean isMiddle(int place) {
    return !isIn(place, WordClass.ANYONE) && !isIn(place, WordClass.COMMON);
  }

  private boolean isIn(int place, WordClass wordClass) {
    return lexicon.isIn(sentence.word(place), wordClass);
  }
}
