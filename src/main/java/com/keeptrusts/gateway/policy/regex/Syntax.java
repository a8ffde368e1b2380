package com.keeptrusts.gateway.policy.regex;

import java.util.List;

/** What a pattern consists of, as far as is needed to tell where it cannot match. */
sealed interface Syntax {
  /** How many characters it asks for when written out in full. */
  long size();

  /** The most UTF-16 characters that it can match; {@link Repeat#UNBOUNDED} for no end. */
  long longest();

  /** Whether it asks for the beginning or end of the whole text. */
  boolean seesWholeText();

  /** Whether it can match the empty text. */
  boolean isNullable();

  /**
   * A place between characters, such as a word boundary.
   *
   * @param seesWholeText whether it is the beginning or end of the text
   */
  record Place(boolean seesWholeText) implements Syntax {
    @Override
    public long size() {
      return 0;
    }

    @Override
    public long longest() {
      return 0;
    }

    @Override
    public boolean isNullable() {
      return true;
    }
  }

  /**
   * One character out of a set.
   *
   * @param low which of the characters below 64
   * @param high which of those from 64 to 127
   * @param others whether any other may be in it
   */
  record One(long low, long high, boolean others) implements Syntax {
    @Override
    public long size() {
      return 1;
    }

    @Override
    public long longest() {
      return others ? 2 : 1;
    }

    @Override
    public boolean seesWholeText() {
      return false;
    }

    @Override
    public boolean isNullable() {
      return false;
    }
  }

  /** One after the other. */
  record Row(List<Syntax> parts) implements Syntax {
    @Override
    public long size() {
      return saturated(parts.stream().mapToLong(Syntax::size).sum());
    }

    @Override
    public long longest() {
      long longest = 0;
      for (Syntax part : parts) {
        longest = saturated(longest + part.longest());
      }
      return longest;
    }

    @Override
    public boolean seesWholeText() {
      return parts.stream().anyMatch(Syntax::seesWholeText);
    }

    @Override
    public boolean isNullable() {
      return parts.stream().allMatch(Syntax::isNullable);
    }
  }

  /** One or the other. */
  record Choice(List<Syntax> parts) implements Syntax {
    @Override
    public long size() {
      return saturated(parts.stream().mapToLong(Syntax::size).sum());
    }

    @Override
    public long longest() {
      return parts.stream().mapToLong(Syntax::longest).max().orElse(0);
    }

    @Override
    public boolean seesWholeText() {
      return parts.stream().anyMatch(Syntax::seesWholeText);
    }

    @Override
    public boolean isNullable() {
      return parts.stream().anyMatch(Syntax::isNullable);
    }
  }

  /**
   * Again and again.
   *
   * @param most {@link #UNBOUNDED} for no end
   */
  record Repeat(Syntax part, int least, int most) implements Syntax {
    static final int UNBOUNDED = Integer.MAX_VALUE;

    @Override
    public long size() {
      return saturated(part.size() * Math.max(1, most == UNBOUNDED ? least : most));
    }

    @Override
    public long longest() {
      boolean endless = most == UNBOUNDED && part.longest() > 0;
      return endless ? UNBOUNDED : saturated(part.longest() * most);
    }

    @Override
    public boolean seesWholeText() {
      return part.seesWholeText();
    }

    @Override
    public boolean isNullable() {
      return least == 0 || part.isNullable();
    }
  }

  private static long saturated(long number) {
    return Math.min(number, Repeat.UNBOUNDED);
  }
}
