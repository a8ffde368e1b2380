package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.MatchListener;
import java.util.List;

/** Finds social security numbers of the United States, by the rules of their administration. */
final class SsnRecognizer implements NumberRecognizer {
  static final String KIND = "ssn";

  private static final List<String> WORDS =
      List.of(
          "ssn",
          "ssns",
          "ss#",
          "ssn#",
          "ss no",
          "ss number",
          "soc sec",
          "socsec",
          "social security",
          "social-security",
          "social_security",
          "socialsecurity",
          "socialsecuritynumber");

  private static final int REACH = 40;
  private static final int DIGITS = 9;
  private static final int[] PARTS = {3, 2, 4};

  /** Printed in an advertisement and in a leaflet, and therefore never given out. */
  private static final List<Integer> PRINTED = List.of(78_05_1120, 219_09_9999);

  private final ContextWords context;

  SsnRecognizer(String text) {
    this.context = new ContextWords(text, WORDS, REACH);
  }

  @Override
  public void look(DigitGroups groups, MatchListener listener) {
    for (int group = groups.first(); group < groups.last(); group++) {
      if (groups.length(group) == DIGITS) {
        lookAtRun(groups, group, listener);
      } else if (isParted(groups, group)) {
        lookAtParts(groups, group, listener);
      }
    }
  }

  /** Nine digits in a row are anything, unless the text says what they are. */
  private void lookAtRun(DigitGroups groups, int group, MatchListener listener) {
    int start = groups.start(group);
    int end = groups.end(group);
    if (isIssued(groups.text(), start, end)
        && !Surroundings.isInWord(groups.text(), start, end)
        && !Surroundings.isInDecimal(groups.text(), start, end)
        && isAlone(groups, group, 1)
        && context.near(start, end)) {
      listener.found(KIND, start, end);
    }
  }

  private void lookAtParts(DigitGroups groups, int first, MatchListener listener) {
    String text = groups.text();
    int start = groups.start(first);
    int end = groups.end(first + PARTS.length - 1);
    if (!isIssued(text, start, end) || Surroundings.isInWord(text, start, end)) {
      return;
    }
    boolean named = context.near(start, end);
    if (named ? isAlone(groups, first, PARTS.length) : isPlain(groups, first, start, end)) {
      listener.found(KIND, start, end);
    }
  }

  /** Without a word that names it: not a piece of a phone number, a table or a longer number. */
  private static boolean isPlain(DigitGroups groups, int first, int start, int end) {
    String text = groups.text();
    boolean hyphens = text.charAt(groups.end(first)) == '-';
    boolean whole = groups.count() == PARTS.length && !groups.isLong();
    return (whole || (hyphens && isAlone(groups, first, PARTS.length)))
        && !Surroundings.isAfterPlus(text, start)
        && !Surroundings.isInDecimal(text, start, end)
        && !isHyphenated(text, start, end)
        && !PRINTED.contains(number(text, start, end));
  }

  /** Whether no hyphen or full stop ties further digits to these groups. */
  private static boolean isAlone(DigitGroups groups, int first, int size) {
    int after = first + size;
    return !(first > 0 && isTied(groups, first - 1))
        && !(after < groups.count() && isTied(groups, after - 1));
  }

  private static boolean isTied(DigitGroups groups, int group) {
    return groups.text().charAt(groups.end(group)) != ' ';
  }

  private static boolean isHyphenated(String text, int start, int end) {
    boolean before =
        isHyphen(text, start - 1) && Surroundings.isWordCharacter(Surroundings.at(text, start - 2));
    boolean after =
        isHyphen(text, end) && Surroundings.isWordCharacter(Surroundings.at(text, end + 1));
    return before || after;
  }

  private static boolean isHyphen(String text, int at) {
    return Surroundings.at(text, at) == '-';
  }

  /** Three, two and four digits with the same single character between them. */
  private static boolean isParted(DigitGroups groups, int first) {
    for (int i = 0; i < PARTS.length; i++) {
      if (groups.length(first + i) != PARTS[i]) {
        return false;
      }
    }
    int firstGap = groups.end(first);
    int secondGap = groups.end(first + 1);
    return groups.start(first + 1) - firstGap == 1
        && groups.start(first + 2) - secondGap == 1
        && groups.text().charAt(firstGap) == groups.text().charAt(secondGap);
  }

  /** Never given out: areas 000, 666 and 9xx (which are tax numbers), group 00, serial 0000. */
  private static boolean isIssued(String text, int start, int end) {
    int number = number(text, start, end);
    int area = number / 1_000_000;
    return area != 0
        && area != 666
        && area < 900
        && number / 10_000 % 100 != 0
        && number % 10_000 != 0;
  }

  private static int number(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      if (DigitGroups.isDigit(text.charAt(i))) {
        number = number * 10 + text.charAt(i) - '0';
      }
    }
    return number;
  }
}
