package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.text.NormalText;

/** Finds phone numbers: with their country's code anywhere, others as their country writes them. */
final class PhoneDetector implements Detector {
  static final String KIND = "phone";

  private static final int REACH = PhoneReading.MAX_CHARACTERS + PhoneReading.LOOK_AHEAD;

  private final PhonePlans plans;

  PhoneDetector(PhonePlans plans) {
    this.plans = plans;
  }

  @Override
  public void find(NormalText normal, MatchListener listener) {
    String text = normal.text();
    PhoneReading reading = new PhoneReading(text);
    int found = 0;
    int i = 0;
    while (i < text.length()) {
      if (DigitGroups.isDigit(text.charAt(i))) {
        PhoneStart start = PhoneStart.at(text, i);
        // What only follows digits may be the rest of a number that is found already.
        if (start == PhoneStart.AFTER_DIGITS && i >= found) {
          look(text, i, start, reading, listener);
        } else if (start != PhoneStart.NONE && start != PhoneStart.AFTER_DIGITS) {
          found = Math.max(found, look(text, i, start, reading, listener));
        }
        i = endOfDigits(text, i);
      } else {
        i++;
      }
    }
  }

  /** Where the number that begins here ends; 0 where there is none. */
  private int look(
      String text, int digit, PhoneStart start, PhoneReading reading, MatchListener listener) {
    reading.read(start.before(text, digit), digit);
    int groups =
        start == PhoneStart.PLUS
            ? plans.international(reading)
            : new NationalPhone(text, reading, plans, start).groups();
    if (groups == 0) {
      return 0;
    }
    listener.found(KIND, reading.start(), reading.end(groups));
    return reading.end(groups);
  }

  @Override
  public int unfinished(NormalText normal) {
    String text = normal.text();
    PhoneReading reading = new PhoneReading(text);
    for (int i = Math.max(0, text.length() - REACH); i < text.length(); i++) {
      PhoneStart start = startAt(text, i);
      if (start != PhoneStart.NONE && isOpen(text, i, start, reading)) {
        return start.before(text, i);
      }
    }
    return PhoneStart.unfinished(text);
  }

  /** Whether more text could make a number of what begins here, or undo it. */
  private boolean isOpen(String text, int digit, PhoneStart start, PhoneReading reading) {
    reading.read(start.before(text, digit), digit);
    return reading.isOpen()
        && (start != PhoneStart.AFTER_DIGITS || !isInNumber(text, digit, reading));
  }

  /** Whether a number that is found without what stands before it reaches over this place. */
  private boolean isInNumber(String text, int place, PhoneReading reading) {
    for (int i = Math.max(0, place - REACH); i < place; i++) {
      PhoneStart start = startAt(text, i);
      if (start != PhoneStart.NONE && start != PhoneStart.AFTER_DIGITS) {
        reading.read(start.before(text, i), i);
        boolean over = reading.count() > 0 && reading.end(reading.count()) > place;
        if (over && look(text, i, start, reading, (kind, from, to) -> {}) > place) {
          return true;
        }
      }
    }
    return false;
  }

  private static PhoneStart startAt(String text, int i) {
    boolean first =
        DigitGroups.isDigit(text.charAt(i)) && !DigitGroups.isDigit(Surroundings.at(text, i - 1));
    return first ? PhoneStart.at(text, i) : PhoneStart.NONE;
  }

  @Override
  public int longest() {
    return REACH + PhoneStart.LONGEST;
  }

  private static int endOfDigits(String text, int from) {
    int i = from;
    while (i < text.length() && DigitGroups.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
