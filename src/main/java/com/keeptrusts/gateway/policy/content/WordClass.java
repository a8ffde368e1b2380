package com.keeptrusts.gateway.policy.content;

import java.util.Locale;

/** The classes of words that the filter itself knows by name. */
enum WordClass {
  /** Whoever is spoken of as a group: its names, and a pronoun that stands for one. */
  GROUP,
  /** Words that name a protected group. */
  NAMED,
  /** Words for one member of a group; they name it where any member is meant. */
  ONE,
  /** Words that name one together with a word for people. */
  TRAIT,
  /** Traits that name a group by themselves, as in "the Chinese are". */
  FOLK,
  /** What has to follow such a trait. */
  FOLK_VERB,
  PEOPLE,
  PERSON,
  /** Whose relatives, friends and workers are no group. */
  OWN,
  /** What makes any member of one. */
  ANYONE,
  /** What people are called to run them down, in the plural. */
  LOWLIFE,
  /** Pronouns for several people. */
  THEM,
  /** What makes a pronoun of a word for people. */
  THOSE,
  /** Those of them that point to somebody. */
  POINTING,
  /** What turns the word after it into something else: "anti-immigrant". */
  STANCE,
  /** Words that always tell of what somebody else said. */
  REPORT,
  /** Words that do, unless the writer says so of himself. */
  TELL,
  /** Words that do after whoever says so. */
  SAY,
  SPEAKER,
  /** Words that turn a statement round. */
  NEGATION,
  /** Words that begin something else; no gap reaches over one. */
  BARRIER,
  /** Words that make what follows no subject of a statement. */
  PREPOSITION,
  /** What begins a clause about somebody of whom its group is the object. */
  RELATIVE,
  /** Those who do something to a group. */
  AGENT,
  /** Words for working against something. */
  PREVENTION,
  /** Words that condemn. */
  CONDEMN,
  /** Words for looking at something from outside. */
  STUDY,
  /** Words for games and stories, where nobody is hurt. */
  FICTION,
  /** Words that may come before an imperative. */
  LEAD,
  /** Words that say nothing about what follows; no match begins with one. */
  COMMON,
  /** Contractions without their apostrophe. */
  SHORT,
  /** Words that are looked for in other spellings too. */
  STRONG;

  // A bit for each class is what makes the look-ups cheap; nothing is stored by it.
  @SuppressWarnings("EnumOrdinal")
  private final int number = ordinal();

  /** Its place among the classes of the lexicon, of which these are the first. */
  int number() {
    return number;
  }

  /** As the lexicon writes it. */
  String lexiconName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
