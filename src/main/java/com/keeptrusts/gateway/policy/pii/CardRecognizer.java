package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.MatchListener;
import java.util.List;

/** Finds payment card numbers: in one run, in an issuer's layout, or evenly parted. */
final class CardRecognizer implements NumberRecognizer {
  static final String KIND = "credit_card";

  /** Numbers of 13 digits that begin like a Visa number are mostly these. */
  private static final List<String> ARTICLE_WORDS =
      List.of("ean", "ean-13", "ean13", "gtin", "gtin-13", "barcode", "isbn", "jan");

  private static final int ARTICLE_REACH = 24;
  private static final int PHONE_DIGITS = 15;
  private static final int LOOSE_GROUP = 3;
  private static final int FOURS = 4;
  private static final int MOST_FOURS = 5;

  private final ContextWords articleWords;

  CardRecognizer(String text) {
    this.articleWords = new ContextWords(text, ARTICLE_WORDS, ARTICLE_REACH);
  }

  @Override
  public void look(DigitGroups groups, MatchListener listener) {
    boolean small = groups.count() == 1 && groups.length(0) < CardNumber.MIN_DIGITS;
    if (small || isPhone(groups)) {
      return;
    }
    if (groups.isLong()) {
      lookAtPiece(groups, listener);
    } else if (groups.isDotted()) {
      lookAtWhole(groups, listener);
    } else if (isLoose(groups)) {
      report(groups, 0, groups.count(), listener);
    } else {
      lookAtWindows(groups, listener);
    }
  }

  /** Of a long row no more is known than what stands around a number. */
  private void lookAtPiece(DigitGroups groups, MatchListener listener) {
    for (int group = groups.first(); group < groups.last(); group++) {
      if (groups.length(group) >= CardNumber.MIN_DIGITS) {
        reportRun(groups, group, listener);
      } else if (!groups.isDotted()) {
        lookInRow(groups, group, listener);
      }
    }
  }

  private void lookInRow(DigitGroups groups, int first, MatchListener listener) {
    if (foursFrom(groups, first) < FOURS) {
      lookAt(groups, first, listener);
      return;
    }
    // In a table of fours some are cards by chance, but hardly their neighbours too.
    int after = first + FOURS;
    boolean before = groups.length(first - 1) != FOURS || isCard(groups, first - FOURS, FOURS);
    if (before && (groups.length(after) != FOURS || isCard(groups, after, FOURS))) {
      report(groups, first, FOURS, listener);
    }
  }

  private static boolean isPhone(DigitGroups groups) {
    return Surroundings.isAfterPlus(groups.text(), groups.start(0))
        && !groups.isLong()
        && groups.digits() <= PHONE_DIGITS;
  }

  /** Full stops part versions and addresses too, so they must part a card and nothing else. */
  private void lookAtWhole(DigitGroups groups, MatchListener listener) {
    for (int layout = 0; layout < CardLayouts.count(); layout++) {
      if (CardLayouts.match(layout, groups, 0) == groups.count()) {
        report(groups, 0, groups.count(), listener);
        return;
      }
    }
  }

  /** Groups of one to three digits, all alike but the last: a card only when there is no more. */
  private static boolean isLoose(DigitGroups groups) {
    int size = groups.length(0);
    if (size > LOOSE_GROUP || groups.digits() > CardNumber.MAX_DIGITS) {
      return false;
    }
    for (int i = 1; i < groups.count() - 1; i++) {
      if (groups.length(i) != size) {
        return false;
      }
    }
    return groups.length(groups.count() - 1) <= size;
  }

  private void lookAtWindows(DigitGroups groups, MatchListener listener) {
    int group = 0;
    while (group < groups.count()) {
      int fours = foursFrom(groups, group);
      if (fours > MOST_FOURS) {
        lookAtFours(groups, group, fours, listener);
        group += fours;
      } else {
        group += Math.max(1, lookAt(groups, group, listener));
      }
    }
  }

  /** How many groups the card that begins at this one has; 0 when there is none. */
  private int lookAt(DigitGroups groups, int first, MatchListener listener) {
    if (groups.length(first) >= CardNumber.MIN_DIGITS) {
      return reportRun(groups, first, listener) ? 1 : 0;
    }
    for (int layout = 0; layout < CardLayouts.count(); layout++) {
      int size = CardLayouts.match(layout, groups, first);
      if (size > 0 && report(groups, first, size, listener)) {
        return size;
      }
    }
    return 0;
  }

  private static int foursFrom(DigitGroups groups, int first) {
    int fours = 0;
    while (groups.length(first + fours) == FOURS) {
      fours++;
    }
    return fours;
  }

  /** A long row of four-digit numbers is a table of them, unless every four are a card. */
  private void lookAtFours(DigitGroups groups, int first, int fours, MatchListener listener) {
    if (fours % FOURS > 1 || !allValid(groups, first, fours)) {
      return;
    }
    for (int at = first; at + FOURS <= first + fours; at += FOURS) {
      report(groups, at, FOURS, listener);
    }
  }

  private static boolean allValid(DigitGroups groups, int first, int fours) {
    for (int at = first; at + FOURS <= first + fours; at += FOURS) {
      if (!isCard(groups, at, FOURS)) {
        return false;
      }
    }
    return true;
  }

  private boolean reportRun(DigitGroups groups, int group, MatchListener listener) {
    int start = groups.start(group);
    int end = groups.end(group);
    boolean card =
        isCard(groups, group, 1)
            && !Surroundings.isInDecimal(groups.text(), start, end)
            && !(end - start == CardNumber.MIN_DIGITS && articleWords.near(start, end));
    if (card) {
      listener.found(KIND, start, end);
    }
    return card;
  }

  private static boolean report(DigitGroups groups, int first, int size, MatchListener listener) {
    boolean card = isCard(groups, first, size);
    if (card) {
      listener.found(KIND, groups.start(first), groups.end(first + size - 1));
    }
    return card;
  }

  private static boolean isCard(DigitGroups groups, int first, int size) {
    if (first < 0 || first + size > groups.count()) {
      return false;
    }
    int start = groups.start(first);
    int end = groups.end(first + size - 1);
    return !Surroundings.isInWord(groups.text(), start, end)
        && CardNumber.isValid(groups.text(), start, end);
  }
}
