package com.keeptrusts.gateway.policy.regex;

import com.keeptrusts.gateway.policy.regex.Syntax.Choice;
import com.keeptrusts.gateway.policy.regex.Syntax.One;
import com.keeptrusts.gateway.policy.regex.Syntax.Repeat;
import com.keeptrusts.gateway.policy.regex.Syntax.Row;

/**
 * Glushkov's automaton of a pattern: which of its characters can stand first, last and after each
 * other, as bits of a {@code long}. It knows no boundaries, so it sees a match wherever there is
 * one and sometimes where there is none. What is beyond 63 characters is one that anything matches.
 */
final class Positions {
  private static final int BEYOND = 63;

  private final long[] ascii = new long[0x80];
  private final long[] follow = new long[64];
  private final long first;
  private final long last;
  private long others;
  private int count;

  Positions(Syntax syntax) {
    Part whole = part(syntax);
    this.first = whole.first;
    this.last = whole.last;
  }

  /** Where those that were reached can be after one more character, a match begins there too. */
  long next(long reached, char c) {
    if (reached == 0) {
      return first & accepting(c);
    }
    if (Character.isLowSurrogate(c)) {
      // The second half of a character that has been counted.
      return reached & others;
    }
    long next = first;
    for (long rest = reached; rest != 0; rest &= rest - 1) {
      next |= follow[Long.numberOfTrailingZeros(rest)];
    }
    return next & accepting(c);
  }

  /** From where on the next match may begin; the text's length when nowhere. */
  int nextFirst(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if ((first & accepting(text.charAt(i))) != 0) {
        return i;
      }
    }
    return text.length();
  }

  /** Whether a match may end where these have been reached. */
  boolean mayEnd(long reached) {
    return (reached & last) != 0;
  }

  /** Which ones can come directly before one; without those that begin a match. */
  boolean follows(int position, int before) {
    return (follow[before] >>> position & 1) != 0;
  }

  /** Whether a match can begin with one. */
  boolean isFirst(int position) {
    return (first >>> position & 1) != 0;
  }

  private long accepting(char c) {
    return c < ascii.length ? ascii[c] : others;
  }

  private Part part(Syntax syntax) {
    if (syntax instanceof One one) {
      return one(one);
    }
    if (syntax instanceof Row row) {
      Part all = Part.EMPTY;
      for (Syntax part : row.parts()) {
        all = inRow(all, part(part));
      }
      return all;
    }
    if (syntax instanceof Choice choice) {
      return choice(choice);
    }
    return syntax instanceof Repeat repeat ? repeat(repeat) : Part.EMPTY;
  }

  private Part one(One one) {
    if (count == BEYOND) {
      return beyond();
    }
    long bit = 1L << count++;
    for (int c = 0; c < ascii.length; c++) {
      long half = c < 64 ? one.low() : one.high();
      ascii[c] |= (half >>> (c & 63) & 1) != 0 ? bit : 0;
    }
    others |= one.others() ? bit : 0;
    return new Part(bit, bit, false);
  }

  private Part beyond() {
    long bit = 1L << BEYOND;
    for (int c = 0; c < ascii.length; c++) {
      ascii[c] |= bit;
    }
    others |= bit;
    follow[BEYOND] = bit;
    return new Part(bit, bit, false);
  }

  private Part choice(Choice choice) {
    Part any = new Part(0, 0, false);
    for (Syntax syntax : choice.parts()) {
      Part part = part(syntax);
      any = new Part(any.first | part.first, any.last | part.last, any.nullable || part.nullable);
    }
    return any;
  }

  private Part repeat(Repeat repeat) {
    Part all = Part.EMPTY;
    for (int i = 0; i < repeat.least(); i++) {
      all = inRow(all, part(repeat.part()));
    }
    if (repeat.most() == Repeat.UNBOUNDED) {
      Part again = part(repeat.part());
      link(again.last, again.first);
      return inRow(all, new Part(again.first, again.last, true));
    }
    for (int i = repeat.least(); i < repeat.most(); i++) {
      Part once = part(repeat.part());
      all = inRow(all, new Part(once.first, once.last, true));
    }
    return all;
  }

  private Part inRow(Part one, Part two) {
    link(one.last, two.first);
    return new Part(
        one.first | (one.nullable ? two.first : 0),
        two.last | (two.nullable ? one.last : 0),
        one.nullable && two.nullable);
  }

  private void link(long from, long to) {
    for (long rest = from; rest != 0; rest &= rest - 1) {
      follow[Long.numberOfTrailingZeros(rest)] |= to;
    }
  }

  private record Part(long first, long last, boolean nullable) {
    static final Part EMPTY = new Part(0, 0, true);
  }
}
