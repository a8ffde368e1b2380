package com.keeptrusts.gateway.policy.pii;

/**
 * Walks over the runs of digits in a text, sequence by sequence. A sequence is a row of groups with
 * nothing but a short gap between them: {@code 4111 1111 1111 1111} is one of four groups. Gaps are
 * of one family: spaces, hyphens and underscores, or full stops.
 */
final class DigitGroups {
  /** What is longer, in characters, is looked at in pieces, by rules that need no more of it. */
  static final int LONG = 100;

  private static final int MAX_GROUPS = 64;

  /** How many groups before and after its first one decide about a number in a long row. */
  static final int BEFORE = 4;

  static final int AFTER = 9;

  /** The longest gap between two groups, in characters. */
  static final int MAX_GAP = 3;

  /** The most that has to be kept back of a text that goes on. */
  static final int KEPT = LONG + MAX_GAP + 1;

  private final String text;
  private final int[] starts = new int[MAX_GROUPS];
  private final int[] ends = new int[MAX_GROUPS];
  private int count;
  private boolean dotted;
  private boolean goesOn;
  private int first;
  private int rowStart;
  private int next;

  DigitGroups(String text) {
    this.text = text;
  }

  /** Steps to the next sequence, or the next piece of a long one; false at the end of the text. */
  boolean advance() {
    if (goesOn) {
      carryOver();
    } else if (!begin()) {
      return false;
    }
    goesOn = false;
    while (count < MAX_GROUPS) {
      int following = afterGap(next);
      if (following < 0) {
        return true;
      }
      boolean dot = text.charAt(next) == '.';
      if (count == 1) {
        dotted = dot;
      } else if (dot != dotted) {
        // The group belongs to both rows: 12.50 4111 1111 1111 1111
        next = starts[count - 1];
        return true;
      }
      next = addGroup(following);
    }
    goesOn = true;
    return true;
  }

  private boolean begin() {
    count = 0;
    dotted = false;
    first = 0;
    int start = nextDigit(next);
    if (start == text.length()) {
      return false;
    }
    rowStart = start;
    next = addGroup(start);
    return true;
  }

  private void carryOver() {
    first = BEFORE;
    int carried = BEFORE + AFTER;
    System.arraycopy(starts, count - carried, starts, 0, carried);
    System.arraycopy(ends, count - carried, ends, 0, carried);
    count = carried;
  }

  /** The first group at which a number may begin that was not looked at in the piece before. */
  int first() {
    return first;
  }

  /** The group after the last at which a number may begin that is not left to the next piece. */
  int last() {
    return goesOn ? count - AFTER : count;
  }

  /** Whether the whole sequence is longer than a number and its surroundings. */
  boolean isLong() {
    return goesOn || ends[count - 1] - rowStart > LONG;
  }

  String text() {
    return text;
  }

  /** How many groups the sequence has; at least 1. */
  int count() {
    return count;
  }

  /** Whether the gaps are full stops. */
  boolean isDotted() {
    return dotted;
  }

  int start(int group) {
    return starts[group];
  }

  int end(int group) {
    return ends[group];
  }

  /** How many digits a group has; 0 where there is no such group. */
  int length(int group) {
    return group < 0 || group >= count ? 0 : ends[group] - starts[group];
  }

  /** How many digits the sequence has. */
  int digits() {
    int digits = 0;
    for (int i = 0; i < count; i++) {
      digits += length(i);
    }
    return digits;
  }

  private int addGroup(int start) {
    int end = start + 1;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    starts[count] = start;
    ends[count++] = end;
    return end;
  }

  private int nextDigit(int from) {
    int i = from;
    while (i < text.length() && !isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Where the group after the gap begins; negative when something else follows. */
  private int afterGap(int end) {
    int i = end;
    if (i < text.length() && text.charAt(i) == '.') {
      i++;
    } else {
      while (i < text.length() && i - end < MAX_GAP && isBlank(text.charAt(i))) {
        i++;
      }
    }
    return i > end && i < text.length() && isDigit(text.charAt(i)) ? i : -1;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '-' || c == '_';
  }

  /**
   * Where the row of groups begins that a text ends in, with or without a gap after it; of a long
   * row, where its last {@link #KEPT} characters begin.
   */
  static int lastRow(String text) {
    int first = text.length();
    int gap = 0;
    for (int i = text.length() - 1; i >= Math.max(0, text.length() - KEPT); i--) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        first = i;
        gap = 0;
      } else if (gap == MAX_GAP || !(isBlank(c) || c == '.')) {
        break;
      } else {
        gap++;
      }
    }
    return first;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
