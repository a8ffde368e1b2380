package com.keeptrusts.gateway.policy.pii;

import java.util.Locale;
import java.util.Set;

/** What stands before the {@code @} of a mail address. */
final class EmailLocalPart {
  static final int LONGEST = 64;

  /** Signs that RFC 5322 allows; but for those that nearly always part an address from others. */
  private static final String SIGNS = "!#$%'*+-^_~.";

  /** Signs that an address hardly begins with, and lists and quotations do. */
  private static final String NOT_FIRST = "!#%'*+-^~.";

  /** Accounts of programs and patterns of print statements; nobody's mailbox. */
  private static final Set<String> NOBODY = Set.of("git", "hg", "%s", "%d", "%u");

  private EmailLocalPart() {}

  /** Where the local part begins that ends before {@code at}; negative when there is none. */
  static int start(String text, int at) {
    int start = Surroundings.at(text, at - 1) == '"' ? quoted(text, at) : plain(text, at);
    return start < 0 || isUserInfo(text, start) ? -1 : start;
  }

  /** Where characters begin that could be a local part; negative when they are too many or none. */
  static int runStart(String text, int at) {
    int end = Surroundings.at(text, at - 1) == '"' ? at - 1 : at;
    int start = walkBack(text, end);
    if (start < 0) {
      return -1;
    }
    if (Surroundings.at(text, start - 1) == '"') {
      start--;
    }
    return start == at ? -1 : start;
  }

  private static int plain(String text, int at) {
    int start = walkBack(text, at);
    if (start < 0 || Surroundings.at(text, at - 1) == '.') {
      return -1;
    }
    if (NOBODY.contains(text.substring(start, at).toLowerCase(Locale.ROOT))) {
      return -1;
    }
    if (Surroundings.isEscape(text, start)) {
      start++;
    }
    while (start < at && NOT_FIRST.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return start == at ? -1 : start;
  }

  /** A quotation may have spaces, but who waits for its end keeps back all that people quote. */
  private static int quoted(String text, int at) {
    int start = runStart(text, at);
    return start < 0 || start >= at - 2 ? -1 : start;
  }

  private static int walkBack(String text, int end) {
    int i = end;
    Script script = Script.ANY;
    while (i > 0) {
      char c = text.charAt(i - 1);
      Script next = Script.of(c);
      boolean ellipsis = c == '.' && i < end && text.charAt(i) == '.';
      if (!isLocal(c) || ellipsis || !script.goesWith(next)) {
        break;
      }
      if (--i < end - LONGEST) {
        return -1;
      }
      script = next == Script.ANY ? script : next;
    }
    return i;
  }

  /** {@code https://user:password@host} is no mail address. */
  private static boolean isUserInfo(String text, int start) {
    int i = start - 1;
    int limit = Math.max(0, start - LONGEST);
    if (Surroundings.at(text, i) == ':') {
      while (i >= limit && isUserInfo(text.charAt(i))) {
        i--;
      }
    }
    return Surroundings.at(text, i) == '/' && Surroundings.at(text, i - 1) == '/';
  }

  private static boolean isUserInfo(char c) {
    return c == ':' || isLocal(c);
  }

  private static boolean isLocal(char c) {
    return Surroundings.isWordCharacter(c) || SIGNS.indexOf(c) >= 0 || isForeign(c);
  }

  /** Whether a character is of a word in another script than Latin; vowel signs are. */
  static boolean isForeign(char c) {
    return c >= 0x80
        && (Character.isLetterOrDigit(c)
            || Character.getType(c) == Character.COMBINING_SPACING_MARK);
  }

  /**
   * Scripts between which an address ends: in languages without spaces, words stand right beside an
   * address and are no part of it.
   */
  private enum Script {
    ANY,
    SPACED,
    UNSPACED;

    static Script of(char c) {
      if (c < 0x80) {
        return Surroundings.isLetter(c) ? SPACED : ANY;
      }
      // From the scripts of South East Asia on; Hangul apart, which has spaces, but whose particles
      // follow a word without one.
      return c >= 0x0E00 ? UNSPACED : SPACED;
    }

    boolean goesWith(Script next) {
      return this == ANY || next == ANY || this == next;
    }
  }
}
