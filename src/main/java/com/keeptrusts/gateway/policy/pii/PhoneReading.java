package com.keeptrusts.gateway.policy.pii;

/**
 * Reads what may be a phone number from a place in a text on: groups of digits with a short gap
 * between them. It reads no further than a phone number can reach, so that a walk over a text costs
 * the same for every character of it.
 */
final class PhoneReading {
  /** 15 after ITU-T E.164, and what some dial before them. */
  static final int MAX_DIGITS = 18;

  static final int MAX_CHARACTERS = 40;

  /** How many characters after a number decide about it. */
  static final int LOOK_AHEAD = 2;

  private static final int MAX_GROUPS = 9;

  private final String text;
  private final int[] starts = new int[MAX_GROUPS];
  private final int[] ends = new int[MAX_GROUPS];
  private int start;
  private int count;
  private int reached;
  private boolean tooLong;
  private boolean bracketed;

  PhoneReading(String text) {
    this.text = text;
  }

  /**
   * Reads from here on.
   *
   * @param from the number's first character, which may be a bracket or a plus
   * @param digit its first digit
   */
  void read(int from, int digit) {
    start = from;
    count = 0;
    tooLong = false;
    bracketed = Surroundings.at(text, digit - 1) == '(';
    int next = digit;
    while (next >= 0 && count < MAX_GROUPS) {
      int end = endOfDigits(next);
      tooLong = end - from > MAX_CHARACTERS || digits(count) + end - next > MAX_DIGITS;
      if (tooLong) {
        return;
      }
      starts[count] = next;
      ends[count++] = end;
      next = afterGap(end);
    }
  }

  /** Whether more text could change what was read. */
  boolean isOpen() {
    return !tooLong && (reached >= text.length() || end(count) + LOOK_AHEAD > text.length());
  }

  int start() {
    return start;
  }

  int count() {
    return count;
  }

  int length(int group) {
    return ends[group] - starts[group];
  }

  /** How many digits the first groups have together. */
  int digits(int groups) {
    int digits = 0;
    for (int i = 0; i < groups; i++) {
      digits += length(i);
    }
    return digits;
  }

  /** The digits of the first groups. */
  String number(int groups) {
    StringBuilder number = new StringBuilder(MAX_DIGITS);
    for (int i = 0; i < groups; i++) {
      number.append(text, starts[i], ends[i]);
    }
    return number.toString();
  }

  /** Where a number of the first groups ends; a bracket that closes belongs to it. */
  int end(int groups) {
    int end = ends[groups - 1];
    boolean bracket = text.charAt(start) == '(' && !hasGapAmong(groups, ')');
    return bracket && Surroundings.at(text, end) == ')' ? end + 1 : end;
  }

  /** Whether the first groups stand apart from what follows them. */
  boolean endsAt(int groups) {
    return groups < count ? hasGap(groups - 1, ' ') : isFree(end(groups));
  }

  /** Whether the gap after a group has this character. */
  boolean hasGap(int group, char c) {
    for (int i = ends[group]; i < starts[group + 1]; i++) {
      if (text.charAt(i) == c) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the gaps between the first groups has this character. */
  boolean hasGapAmong(int groups, char c) {
    for (int i = 0; i < groups - 1; i++) {
      if (hasGap(i, c)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a group stands in brackets. */
  boolean isBracketed(int group) {
    return Surroundings.at(text, starts[group] - 1) == '('
        && Surroundings.at(text, ends[group]) == ')';
  }

  private boolean isFree(int end) {
    char c = Surroundings.at(text, end);
    char next = Surroundings.at(text, end + 1);
    return switch (c) {
      // An extension: 555-1234x56, 555-1234ext56
      case 'x', 'X' -> DigitGroups.isDigit(next);
      case 'e', 'E' -> next == 'x' || next == 'X';
      case '-', '/', '.', ':', ',', '+', '\'' ->
          !DigitGroups.isDigit(next) && !(c == '-' && Surroundings.isLetter(next));
      case '%', '_', '@', '$', '=', '*', '^', '\u00A3', '\u00A5', '\u20AC' -> false;
      default -> !Surroundings.isWordCharacter(c);
    };
  }

  private int endOfDigits(int from) {
    int i = from;
    while (i < text.length() && i - from <= MAX_CHARACTERS && DigitGroups.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Where the next group begins; negative when there is none. */
  private int afterGap(int end) {
    int i = skip(end, ')');
    i = skip(i, ' ');
    if (isPoint(i) && !isFullStop(i)) {
      i++;
    }
    i = skip(i, ' ');
    // One pair of brackets is an area's; more are arithmetic.
    i = bracketed ? i : skip(i, '(');
    bracketed |= Surroundings.at(text, i - 1) == '(';
    reached = i;
    return i > end && i < text.length() && DigitGroups.isDigit(text.charAt(i)) ? i : -1;
  }

  /** Whether a sentence ends here; at the end of a text nobody knows. */
  private boolean isFullStop(int at) {
    return at + 1 < text.length() && text.charAt(at) == '.' && text.charAt(at + 1) == ' ';
  }

  private int skip(int at, char c) {
    return at < text.length() && text.charAt(at) == c ? at + 1 : at;
  }

  private boolean isPoint(int at) {
    return at < text.length() && "-./".indexOf(text.charAt(at)) >= 0;
  }
}
