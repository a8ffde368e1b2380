package com.keeptrusts.gateway.policy.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.keeptrusts.gateway.policy.regex.Syntax.Choice;
import com.keeptrusts.gateway.policy.regex.Syntax.One;
import com.keeptrusts.gateway.policy.regex.Syntax.Place;
import com.keeptrusts.gateway.policy.regex.Syntax.Repeat;
import com.keeptrusts.gateway.policy.regex.Syntax.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the structure of a pattern. What a class or an escape stands for is asked of re2 itself, so
 * that there is no second opinion of it.
 */
final class SyntaxReader {
  private static final List<String> OPEN_ESCAPES =
      List.of("\\p", "\\P", "\\D", "\\W", "\\S", "\\x", "\\1", "\\2", "\\3");

  private final String pattern;
  private int at;
  private boolean ignoreCase;
  private boolean dotAll;
  private boolean multiLineOff;

  private SyntaxReader(String pattern, boolean ignoreCase) {
    this.pattern = pattern;
    this.ignoreCase = ignoreCase;
  }

  /** The structure; empty where it is not understood, as in a pattern that re2 refuses. */
  static Optional<Syntax> read(String pattern, boolean ignoreCase) {
    try {
      SyntaxReader reader = new SyntaxReader(pattern, ignoreCase);
      Syntax syntax = reader.choice();
      return reader.at == pattern.length() ? Optional.of(syntax) : Optional.empty();
    } catch (IndexOutOfBoundsException | NumberFormatException | PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private Syntax choice() {
    boolean ignoreCaseBefore = ignoreCase;
    boolean dotAllBefore = dotAll;
    List<Syntax> choices = new ArrayList<>();
    choices.add(row());
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      choices.add(row());
    }
    ignoreCase = ignoreCaseBefore;
    dotAll = dotAllBefore;
    return choices.size() == 1 ? choices.get(0) : new Choice(choices);
  }

  private Syntax row() {
    List<Syntax> parts = new ArrayList<>();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      if (pattern.startsWith("\\Q", at)) {
        quoted(parts);
      } else {
        parts.add(repeated(atom()));
      }
    }
    return new Row(parts);
  }

  private void quoted(List<Syntax> parts) {
    int end = pattern.indexOf("\\E", at);
    int last = end < 0 ? pattern.length() : end;
    at += 2;
    while (at < last) {
      parts.add(literal());
    }
    at = end < 0 ? last : end + 2;
    if (!parts.isEmpty()) {
      parts.add(repeated(parts.remove(parts.size() - 1)));
    }
  }

  private Syntax repeated(Syntax part) {
    if (at == pattern.length()) {
      return part;
    }
    return switch (pattern.charAt(at)) {
      case '*' -> repeat(part, 0, Repeat.UNBOUNDED, 1);
      case '+' -> repeat(part, 1, Repeat.UNBOUNDED, 1);
      case '?' -> repeat(part, 0, 1, 1);
      case '{' -> counted(part);
      default -> part;
    };
  }

  private Syntax counted(Syntax part) {
    int close = pattern.indexOf('}', at);
    String inside = close < 0 ? "" : pattern.substring(at + 1, close);
    if (!inside.matches("[0-9]{1,5}(,[0-9]{0,5})?")) {
      // A brace that is no repetition is a brace.
      return part;
    }
    int comma = inside.indexOf(',');
    int least = Integer.parseInt(comma < 0 ? inside : inside.substring(0, comma));
    int most = comma < 0 ? least : most(inside.substring(comma + 1));
    return repeat(part, least, most, inside.length() + 2);
  }

  private static int most(String digits) {
    return digits.isEmpty() ? Repeat.UNBOUNDED : Integer.parseInt(digits);
  }

  private Syntax repeat(Syntax part, int least, int most, int length) {
    at += length;
    if (at < pattern.length() && pattern.charAt(at) == '?') {
      at++;
    }
    return new Repeat(part, least, most);
  }

  private Syntax atom() {
    return switch (pattern.charAt(at)) {
      case '(' -> group();
      case '[' -> set(endOfClass());
      case '.' -> set(at + 1);
      case '\\' -> escape();
      case '^', '$' -> place(at + 1, /* seesWholeText= */ false);
      default -> literal();
    };
  }

  private Syntax place(int end, boolean seesWholeText) {
    at = end;
    return new Place(seesWholeText);
  }

  private Syntax group() {
    at++;
    boolean ignoreCaseBefore = ignoreCase;
    boolean dotAllBefore = dotAll;
    multiLineOff = false;
    if (pattern.charAt(at) == '?') {
      at++;
      if (pattern.charAt(at) == 'P' || pattern.charAt(at) == '<') {
        at = pattern.indexOf('>', at) + 1;
      } else if (flags()) {
        // Flags without a group hold to the end of the group that they stand in.
        return new Place(multiLineOff);
      }
    }
    Place flags = new Place(multiLineOff);
    Syntax inside = choice();
    if (pattern.charAt(at) != ')') {
      throw new IndexOutOfBoundsException("a group without an end");
    }
    at++;
    ignoreCase = ignoreCaseBefore;
    dotAll = dotAllBefore;
    return flags.seesWholeText() ? new Row(List.of(flags, inside)) : inside;
  }

  /** Reads flags and their end; true: no group follows them. */
  private boolean flags() {
    boolean on = true;
    while (pattern.charAt(at) != ':' && pattern.charAt(at) != ')') {
      char flag = pattern.charAt(at++);
      on &= flag != '-';
      ignoreCase = flag == 'i' ? on : ignoreCase;
      dotAll = flag == 's' ? on : dotAll;
      multiLineOff |= flag == 'm' && !on;
    }
    return pattern.charAt(at++) == ')';
  }

  private int endOfClass() {
    int i = pattern.charAt(at + 1) == '^' ? at + 2 : at + 1;
    i += pattern.charAt(i) == ']' ? 1 : 0;
    while (pattern.charAt(i) != ']') {
      if (pattern.startsWith("[:", i)) {
        i = pattern.indexOf(":]", i) + 2;
      } else {
        i += pattern.charAt(i) == '\\' ? 2 : 1;
      }
    }
    return i + 1;
  }

  private Syntax escape() {
    char kind = pattern.charAt(at + 1);
    return switch (kind) {
      case 'b', 'B' -> place(at + 2, /* seesWholeText= */ false);
      case 'A', 'z' -> place(at + 2, /* seesWholeText= */ true);
      case 'p', 'P' -> set(endOfBraced(3));
      case 'x' -> set(endOfBraced(4));
      case '0', '1', '2', '3', '4', '5', '6', '7' -> set(endOfOctal());
      default -> set(at + 2);
    };
  }

  private int endOfBraced(int lengthWithoutBrace) {
    boolean braced = pattern.charAt(at + 2) == '{';
    return braced ? pattern.indexOf('}', at) + 1 : at + lengthWithoutBrace;
  }

  private int endOfOctal() {
    int i = at + 1;
    while (i < pattern.length() && i < at + 4 && "01234567".indexOf(pattern.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private Syntax literal() {
    int codePoint = pattern.codePointAt(at);
    at += Character.charCount(codePoint);
    if (codePoint >= 0x80) {
      return new One(0, 0, true);
    }
    long low = 0;
    long high = 0;
    for (int c : ignoreCase ? bothCases(codePoint) : new int[] {codePoint}) {
      low |= c < 64 ? 1L << c : 0;
      high |= c < 64 ? 0 : 1L << (c - 64);
    }
    return new One(low, high, false);
  }

  private static int[] bothCases(int c) {
    return new int[] {Character.toLowerCase(c), Character.toUpperCase(c)};
  }

  private Syntax set(int end) {
    String text = pattern.substring(at, end);
    at = end;
    Pattern re2 =
        Pattern.compile(
            text, (ignoreCase ? Pattern.CASE_INSENSITIVE : 0) | (dotAll ? Pattern.DOTALL : 0));
    long low = 0;
    long high = 0;
    for (int c = 0; c < 64; c++) {
      low |= re2.matches(Character.toString(c)) ? 1L << c : 0;
      high |= re2.matches(Character.toString(c + 64)) ? 1L << c : 0;
    }
    return new One(low, high, mayHaveOthers(text));
  }

  /** Whether a class may have characters beyond ASCII; no is certain. */
  private static boolean mayHaveOthers(String text) {
    return text.equals(".")
        || text.startsWith("[^")
        || text.contains("[:^")
        || text.chars().anyMatch(c -> c >= 0x80)
        || OPEN_ESCAPES.stream().anyMatch(text::contains);
  }
}
