package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;

/** Finds international bank account numbers by country, length, kinds and check digits. */
final class IbanDetector implements Detector {
  static final String KIND = "iban";

  private static final String NAME = "iban";

  @Override
  public void find(NormalText normal, MatchListener listener) {
    String text = normal.text();
    int last = text.length() - 1;
    int i = 2;
    while (i < last) {
      if (!DigitGroups.isDigit(text.charAt(i))) {
        i++;
      } else {
        if (isStart(text, i - 2)) {
          report(text, i - 2, listener);
        }
        i = endOfDigits(text, i);
      }
    }
  }

  private static void report(String text, int start, MatchListener listener) {
    int end = IbanReading.end(text, start);
    if (end > start) {
      listener.found(KIND, start, end);
    }
  }

  /** Every account number that the text breaks off, or that the next characters may lengthen. */
  @Override
  public int unfinished(NormalText normal) {
    String text = normal.text();
    for (int start = Math.max(0, text.length() - longest()); start < text.length(); start++) {
      if (isStart(text, start)) {
        int end = IbanReading.end(text, start);
        if (end == IbanReading.OPEN || end >= text.length() || endsIn(text, end, '-')) {
          return start;
        }
      }
    }
    return text.length();
  }

  private static boolean endsIn(String text, int end, char c) {
    return end == text.length() - 1 && text.charAt(end) == c;
  }

  @Override
  public int longest() {
    // And the hyphen that may tie it to more.
    return IbanReading.MAX_CHARACTERS + IbanReading.MAX_GAPS + 1;
  }

  private static boolean isStart(String text, int at) {
    return Surroundings.isLetter(text.charAt(at))
        && (!Surroundings.isInWord(text, at, text.length()) || isAfterName(text, at));
  }

  /** {@code IBANDE89…}, as some forms print it. */
  private static boolean isAfterName(String text, int at) {
    int name = at - NAME.length();
    return name >= 0
        && text.regionMatches(true, name, NAME, 0, NAME.length())
        && !Surroundings.isWordCharacter(Surroundings.at(text, name - 1));
  }

  private static int endOfDigits(String text, int from) {
    int i = from;
    while (i < text.length() && DigitGroups.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
