package com.keeptrusts.gateway.policy.content;

import java.util.Locale;

/** The classes of words that the filter itself knows by name. */
enum WordClass {
  /** Words that name a protected group. */
  GROUP,
  /** Words that name one together with a word for people. */
  TRAIT,
  PEOPLE,
  /** Words that turn a statement round. */
  NEGATION,
  /** Words for working against something. */
  PREVENTION,
  /** Words for speaking about something, or condemning it. */
  MENTION,
  /** Words for games and stories, where nobody is hurt. */
  FICTION;

  /** As the lexicon writes it. */
  String lexiconName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
