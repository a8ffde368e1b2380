package com.keeptrusts.gateway.policy.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.MatchListener;
import com.keeptrusts.gateway.policy.regex.Syntax.One;
import com.keeptrusts.gateway.policy.regex.Syntax.Repeat;
import com.keeptrusts.gateway.policy.text.NormalText;

/**
 * A pattern of a user's own. A match is looked for within a bounded length from its beginning, so
 * that a stream, which keeps back no more, finds the same as a look at the whole text. An automaton
 * tells where a match may be; only there re2 is asked.
 */
public final class BoundedPattern implements Detector {
  /** The length that bounds a match where the configuration does not say one. */
  public static final int DEFAULT_LENGTH = 128;

  /** The longest that the configuration may say. */
  public static final int MOST_LENGTH = 4_096;

  private final String kind;
  private final Pattern pattern;
  private final Positions positions;
  private final int longest;

  private BoundedPattern(String kind, Pattern pattern, Syntax syntax, int maxLength) {
    this.kind = kind;
    this.pattern = pattern;
    this.positions = new Positions(syntax);
    this.longest = (int) Math.min(maxLength, syntax.longest());
  }

  /**
   * Compiles a pattern in re2's syntax; {@code ^} and {@code $} stand for the ends of a line.
   *
   * @param kind what its matches are
   * @param maxLength the longest match, in characters of the normal form
   */
  public static BoundedPattern compile(
      String kind, String pattern, boolean caseSensitive, int maxLength)
      throws InvalidPatternException {
    Pattern re2 = PatternCheck.compile(pattern, caseSensitive);
    // What is not understood may match anything.
    Syntax syntax =
        SyntaxReader.read(pattern, !caseSensitive)
            .orElse(new Repeat(new One(-1, -1, true), 1, Repeat.UNBOUNDED));
    return new BoundedPattern(kind, re2, syntax, maxLength);
  }

  @Override
  public void find(NormalText normal, MatchListener listener) {
    String text = normal.text();
    int from = 0;
    long reached = 0;
    int i = positions.nextFirst(text, 0);
    while (i < text.length()) {
      from = reached == 0 ? i : from;
      reached = positions.next(reached, text.charAt(i));
      i++;
      if (positions.mayEnd(reached)) {
        Search search = new Search(text, Math.max(from, i - longest), i - 1);
        if (search.found()) {
          listener.found(kind, search.start, search.end);
          i = search.end;
        }
        // Whatever began before here has been looked at.
        reached = 0;
      }
      i = reached == 0 ? positions.nextFirst(text, i) : i;
    }
  }

  @Override
  public int unfinished(NormalText normal) {
    String text = normal.text();
    int from = Math.max(0, text.length() - longest);
    long reached = 0;
    for (int i = from; i < text.length(); i++) {
      if (reached == 0) {
        from = i;
      }
      reached = positions.next(reached, text.charAt(i));
    }
    return reached == 0 ? text.length() : earliest(text, from);
  }

  /** A match may begin at each character, and be sought as far as it may go. */
  @Override
  public long mostSteps(int length) {
    return (long) length * longest;
  }

  @Override
  public int longest() {
    return longest;
  }

  /** Where the earliest of the matches that are under way at the end began. */
  private int earliest(String text, int from) {
    int[] starts = new int[64];
    int[] next = new int[64];
    long reached = 0;
    for (int i = from; i < text.length(); i++) {
      long before = reached;
      reached = positions.next(reached, text.charAt(i));
      boolean secondHalf = before != 0 && Character.isLowSurrogate(text.charAt(i));
      for (long rest = secondHalf ? 0 : reached; rest != 0; rest &= rest - 1) {
        int position = Long.numberOfTrailingZeros(rest);
        next[position] = start(position, before, starts, i);
      }
      if (!secondHalf) {
        System.arraycopy(next, 0, starts, 0, starts.length);
      }
    }
    int earliest = text.length();
    for (long rest = reached; rest != 0; rest &= rest - 1) {
      earliest = Math.min(earliest, starts[Long.numberOfTrailingZeros(rest)]);
    }
    return earliest;
  }

  private int start(int position, long before, int[] starts, int here) {
    int start = here;
    for (long rest = before; rest != 0; rest &= rest - 1) {
      int previous = Long.numberOfTrailingZeros(rest);
      if (positions.follows(position, previous)) {
        start = Math.min(start, starts[previous]);
      }
    }
    return start;
  }

  /** Looks for the first match that begins in a part of a text. */
  private final class Search {
    private final String text;
    private final int last;
    private int start;
    private int end;

    Search(String text, int from, int last) {
      this.text = text;
      this.last = last;
      this.start = from;
    }

    boolean found() {
      int most = Math.min(text.length(), last + 1 + longest);
      while (start <= last) {
        if (!find(start, most)) {
          return false;
        }
        if (start > last) {
          return false;
        }
        int begin = start;
        // What is too long may also match with less of what follows.
        boolean fits = end - begin <= longest || (find(begin, begin + longest) && start == begin);
        if (fits && end > start) {
          return true;
        }
        start = begin + 1;
      }
      return false;
    }

    /** The first match from here on, in a text that ends there; what is before here is seen. */
    private boolean find(int here, int there) {
      int base = Math.max(0, here - 1);
      Matcher matcher = pattern.matcher(text.substring(base, there));
      if (!matcher.find(here - base)) {
        return false;
      }
      start = base + matcher.start();
      end = base + matcher.end();
      return true;
    }
  }
}
