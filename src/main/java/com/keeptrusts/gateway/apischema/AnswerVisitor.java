package com.keeptrusts.gateway.apischema;

import java.nio.charset.StandardCharsets;

/** Finds the facts of an answer, or of one event of a stream, in one JSON text. */
final class AnswerVisitor implements JsonVisitor {
  private final AnswerPlace top;
  private final AnswerFacts facts;
  private final AnswerPlace[] places = new AnswerPlace[JsonScanner.MAX_DEPTH + 1];

  private int depth;
  private UsageCounts counts = new UsageCounts();
  private String type = "";
  private boolean whole;
  private boolean usageSeen;
  private boolean choicesSeen;
  private boolean choiceSeen;
  private boolean errorSeen;

  AnswerVisitor(AnswerPlace top, AnswerFacts facts) {
    this.top = top;
    this.facts = facts;
  }

  /** Forgets the event; the facts stay. */
  void restart() {
    depth = 0;
    type = "";
    whole = false;
    usageSeen = false;
    choicesSeen = false;
    choiceSeen = false;
    errorSeen = false;
  }

  @Override
  public void open(MemberName name, boolean isObject) {
    AnswerPlace outer = place();
    AnswerPlace inner =
        depth == 0 ? (isObject ? top : AnswerPlace.ELSEWHERE) : outer.inside(name, isObject);
    if (inner == AnswerPlace.USAGE) {
      counts = new UsageCounts();
    }
    if (outer == AnswerPlace.USAGE) {
      counts.unusable(name);
    }
    choicesSeen |= inner == AnswerPlace.CHOICES;
    choiceSeen |= outer == AnswerPlace.CHOICES;
    errorSeen |= outer == AnswerPlace.EVENT && name == MemberName.ERROR;
    places[++depth] = inner;
  }

  @Override
  public void close() {
    AnswerPlace closed = places[depth--];
    if (closed == AnswerPlace.USAGE) {
      facts.usage(counts);
      usageSeen |= place() == AnswerPlace.EVENT;
    }
    whole |= depth == 0;
  }

  @Override
  public Wish string(MemberName name) {
    AnswerPlace place = place();
    if (place.isWritten(name)) {
      return Wish.COUNT;
    }
    if (place == AnswerPlace.USAGE) {
      counts.unusable(name);
    }
    choiceSeen |= place == AnswerPlace.CHOICES;
    errorSeen |= place == AnswerPlace.EVENT && name == MemberName.ERROR;
    return place.hasIdentity() && isIdentity(name) ? Wish.KEEP : Wish.PASS;
  }

  private static boolean isIdentity(MemberName name) {
    return name == MemberName.MODEL || name == MemberName.ID || name == MemberName.TYPE;
  }

  @Override
  public void kept(MemberName name, byte[] text, int length) {
    switch (name) {
      case MODEL -> facts.model(text, length);
      case ID -> facts.responseId(text, length);
      default -> {
        if (place() == AnswerPlace.EVENT) {
          type = new String(text, 0, length, StandardCharsets.UTF_8);
        }
      }
    }
  }

  @Override
  public void scalar(MemberName name, byte[] text, int length) {
    AnswerPlace place = place();
    if (place == AnswerPlace.USAGE || place == AnswerPlace.USAGE_DETAILS) {
      counts.number(name, text, length);
    }
    choiceSeen |= place == AnswerPlace.CHOICES;
  }

  private AnswerPlace place() {
    return depth == 0 ? AnswerPlace.ELSEWHERE : places[depth];
  }

  /** The event's {@code type}; empty in the dialects that have none. */
  String type() {
    return type;
  }

  boolean hasChoices() {
    return choicesSeen;
  }

  boolean hasError() {
    return errorSeen;
  }

  /** A whole event with a usage and an empty list of choices. */
  boolean isUsageOnly() {
    return whole && usageSeen && choicesSeen && !choiceSeen;
  }
}
