package com.keeptrusts.gateway.policy.pii;

import java.util.ArrayList;
import java.util.List;

/** What keys of one kind look like: literal text and runs of characters. */
final class KeyForm implements SecretForm {
  private static final String STRICT = "? ";
  private static final String NUMBERED = "#: ";
  private static final int LEAST_DIGITS = 8;
  private static final int MOST_DIGITS = 10;

  /** The text ends before the form does. */
  private static final int OPEN = -2;

  private static final int FAILED = -1;

  private final List<Part> parts;
  private final boolean strict;
  private final boolean numbered;
  private final int sureAt;
  private final char sure;

  private KeyForm(List<Part> parts, boolean strict, boolean numbered) {
    this.parts = parts;
    this.strict = strict;
    this.numbered = numbered;
    this.sureAt = parts.get(0) instanceof Run run ? run.least() : 1;
    this.sure = sure(parts);
  }

  /** The second character, or the one behind a first run of one length; 0 when it may be many. */
  private static char sure(List<Part> parts) {
    if (parts.get(0) instanceof Literal first) {
      return first.literal().length() > 1 ? first.literal().charAt(1) : 0;
    }
    return parts.get(1) instanceof Literal second ? second.literal().charAt(0) : 0;
  }

  /** Reads a form as the table writes it. */
  static KeyForm parse(String line) {
    boolean strict = line.startsWith(STRICT);
    boolean numbered = line.startsWith(NUMBERED);
    String form = line.substring(strict ? STRICT.length() : numbered ? NUMBERED.length() : 0);
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < form.length()) {
      int open = form.indexOf('{', at);
      int literalEnd = open < 0 ? form.length() : open;
      if (literalEnd > at) {
        parts.add(new Literal(form.substring(at, literalEnd)));
      }
      int close = open < 0 ? form.length() : form.indexOf('}', open);
      if (open >= 0) {
        parts.add(Run.parse(form.substring(open + 1, close)));
      }
      at = close + 1;
    }
    return new KeyForm(List.copyOf(parts), strict, numbered);
  }

  @Override
  public boolean startsWith(char c) {
    return parts.get(0).takes(c);
  }

  @Override
  public int end(String text, int start) {
    // Most words end here: a sign that the form has at a certain place is not there.
    if (sure != 0 && Surroundings.at(text, start + sureAt) != sure) {
      return -1;
    }
    int end = walk(text, start);
    if (end < 0 || (end < text.length() && isWord(text.charAt(end)))) {
      return -1;
    }
    return !numbered || isAfterNumber(text, start) ? judged(text, start, end) : -1;
  }

  @Override
  public boolean isOpen(String text, int start) {
    int end = walk(text, start);
    return end == OPEN || end == text.length();
  }

  private int judged(String text, int start, int end) {
    Randomness randomness = longestRun(text, start);
    boolean fits = strict ? randomness.isRandom() : !randomness.isPlaceholder();
    return fits ? end : -1;
  }

  /** Other runs are numbers of accounts and the like. */
  private Randomness longestRun(String text, int start) {
    int from = start;
    int to = start;
    int at = start;
    for (Part part : parts) {
      int end = part.end(text, at);
      if (part instanceof Run && end - at >= to - from) {
        from = at;
        to = end;
      }
      at = end;
    }
    return Randomness.of(text, from, to);
  }

  private int walk(String text, int start) {
    int at = start;
    for (Part part : parts) {
      at = part.end(text, at);
      if (at < 0) {
        return at;
      }
    }
    return at;
  }

  private static boolean isWord(char c) {
    return Surroundings.isWordCharacter(c) || c == '_';
  }

  private static boolean isAfterNumber(String text, int start) {
    int digits = start - 1;
    while (start - 1 - digits <= MOST_DIGITS
        && DigitGroups.isDigit(Surroundings.at(text, digits - 1))) {
      digits--;
    }
    int count = start - 1 - digits;
    return Surroundings.at(text, start - 1) == ':' && count >= LEAST_DIGITS && count <= MOST_DIGITS;
  }

  /** A piece of a form. */
  private interface Part {
    boolean takes(char first);

    /** Where the piece ends that begins here; {@link #FAILED} or {@link #OPEN}. */
    int end(String text, int start);
  }

  private record Literal(String literal) implements Part {
    @Override
    public boolean takes(char first) {
      return literal.charAt(0) == first;
    }

    @Override
    public int end(String text, int start) {
      int length = Math.min(literal.length(), text.length() - start);
      if (!text.regionMatches(start, literal, 0, length)) {
        return FAILED;
      }
      return length < literal.length() ? OPEN : start + length;
    }
  }

  private record Run(KeyCharacters characters, int least, int most) implements Part {
    static Run parse(String run) {
      String range = run.substring(1).trim();
      int hyphen = range.indexOf('-');
      int least = Integer.parseInt(hyphen < 0 ? range : range.substring(0, hyphen));
      int most = hyphen < 0 ? least : Integer.parseInt(range.substring(hyphen + 1));
      return new Run(KeyCharacters.of(run.charAt(0)), least, most);
    }

    @Override
    public boolean takes(char first) {
      return characters.has(first);
    }

    @Override
    public int end(String text, int start) {
      int end = start;
      while (end < text.length() && end - start <= most && characters.has(text.charAt(end))) {
        end++;
      }
      int length = end - start;
      if (length > most) {
        return FAILED;
      }
      return length >= least ? end : end == text.length() ? OPEN : FAILED;
    }
  }
}
