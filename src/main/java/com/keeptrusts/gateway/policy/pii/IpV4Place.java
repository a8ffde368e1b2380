package com.keeptrusts.gateway.policy.pii;

import java.util.Locale;
import java.util.Set;

/** Whether four numbers stand where an address stands, and not a version or a section. */
final class IpV4Place {
  private static final int LONGEST_WORD = 24;

  /** Words for numbers that look like addresses, right before them. */
  private static final Set<String> NUMBERED =
      Set.of(
          "v",
          "ver",
          "version",
          "versions",
          "build",
          "builds",
          "release",
          "releases",
          "rev",
          "revision",
          "firmware",
          "fw",
          "patch",
          "section",
          "sections",
          "sec",
          "chapter",
          "clause",
          "paragraph",
          "para",
          "article",
          "appendix",
          "annex",
          "figure",
          "fig",
          "table",
          "oid",
          "rule",
          "step",
          "item",
          "spec",
          "hyperspec");

  private static final Set<String> FILLERS = Set.of("is", "no", "number", "to", "was");

  private IpV4Place() {}

  static boolean fits(String text, int start, int end) {
    return !Surroundings.isInWord(text, start, end)
        && !isNobody(text, start, end)
        && isFreeBefore(text, start)
        && isFreeAfter(text, end)
        && !isNumbered(text, start)
        && !isHeading(text, start, end);
  }

  /** Of the network 0 there is but one address. */
  private static boolean isNobody(String text, int start, int end) {
    return text.startsWith("0.", start) && !text.regionMatches(start, "0.0.0.0", 0, end - start);
  }

  private static boolean isFreeBefore(String text, int start) {
    char before = Surroundings.at(text, start - 1);
    char farther = Surroundings.at(text, start - 2);
    return switch (before) {
      case '_', '^', '~', '§' -> false;
      case '.' -> farther == '.';
      case '=' -> "=<>!~".indexOf(farther) < 0;
      case '>' -> farther != '~';
      case '-' -> !Surroundings.isWordCharacter(farther) || isAfterAddress(text, start - 1);
      case '/' -> !isProduct(text, start - 1);
      default -> true;
    };
  }

  private static boolean isFreeAfter(String text, int end) {
    char farther = Surroundings.at(text, end + 1);
    return switch (Surroundings.at(text, end)) {
      case '_' -> false;
      case '.', '+' -> !Surroundings.isWordCharacter(farther);
      case '-' -> !Surroundings.isLetter(farther);
      default -> true;
    };
  }

  /** The second half of {@code 10.0.0.1-10.0.0.9}. */
  private static boolean isAfterAddress(String text, int hyphen) {
    int start = hyphen;
    while (hyphen - start < IpV4.LONGEST && isRow(Surroundings.at(text, start - 1))) {
      start--;
    }
    return IpV4.end(text, start) == hyphen;
  }

  private static boolean isRow(char c) {
    return c == '.' || DigitGroups.isDigit(c);
  }

  /** {@code Chrome/1.2.3.4}; but Java prints an address as {@code host/10.0.0.1}. */
  private static boolean isProduct(String text, int slash) {
    int start = wordStart(text, slash);
    char first = Surroundings.at(text, start);
    return start < slash && first >= 'A' && first <= 'Z';
  }

  private static boolean isNumbered(String text, int start) {
    int end = beforeSigns(text, start);
    int word = wordStart(text, end);
    if (FILLERS.contains(lower(text, word, end))) {
      end = beforeSigns(text, word);
      word = wordStart(text, end);
    }
    String name = lower(text, word, end);
    return NUMBERED.contains(name)
        || name.contains("version")
        || name.endsWith("identifier")
        || isAfterTilde(text, start)
        || Surroundings.at(text, end - 1) == '§';
  }

  /** Skips what stands between a name and its value, on the same line. */
  private static int beforeSigns(String text, int from) {
    int i = from;
    while (from - i < 8 && " :='\"(.>#\\`_[".indexOf(Surroundings.at(text, i - 1)) >= 0 && i > 0) {
      i--;
    }
    return i;
  }

  /** {@code ~= 1.2.3.4}. */
  private static boolean isAfterTilde(String text, int start) {
    int end = Surroundings.at(text, start - 1) == ' ' ? start - 1 : start;
    return Surroundings.at(text, end - 1) == '=' && Surroundings.at(text, end - 2) == '~';
  }

  private static int wordStart(String text, int end) {
    int start = end;
    while (end - start < LONGEST_WORD && Surroundings.isLetter(Surroundings.at(text, start - 1))) {
      start--;
    }
    return start;
  }

  private static String lower(String text, int start, int end) {
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** {@code 1.2.3.4 Introduction} at the beginning of a line. */
  private static boolean isHeading(String text, int start, int end) {
    char next = Surroundings.at(text, end + 1);
    return Surroundings.at(text, end) == ' '
        && end + 1 < text.length()
        && next >= 'A'
        && next <= 'Z'
        && isLineStart(text, start)
        && isSection(text, start, end);
  }

  private static boolean isLineStart(String text, int start) {
    int i = start;
    while (start - i < 8 && i > 0 && "# \t".indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    return i == 0 ? start > 0 : text.charAt(i - 1) == '\n';
  }

  /** Sections are counted from one, and not far. */
  static boolean isSection(String text, int start, int end) {
    int part = start;
    for (int i = start; i <= end; i++) {
      if (i == end || text.charAt(i) == '.') {
        if (i - part > 2 || text.charAt(part) == '0') {
          return false;
        }
        part = i + 1;
      }
    }
    return true;
  }
}
