package com.keeptrusts.gateway.policy.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells which patterns can be used; says of the others why not. */
final class PatternCheck {
  private static final int MOST_CHARACTERS = 1_000;
  private static final int MOST_PLACES = 5_000;
  private static final Predicate<String> LOOK_AROUND =
      java.util.regex.Pattern.compile("\\(\\?<?[=!]").asPredicate();
  private static final Predicate<String> BACK_REFERENCE =
      java.util.regex.Pattern.compile("\\\\[1-9]|\\\\k|\\(\\?P=").asPredicate();

  private PatternCheck() {}

  static Pattern compile(String pattern, boolean caseSensitive) throws InvalidPatternException {
    if (pattern.length() > MOST_CHARACTERS) {
      throw new InvalidPatternException(
          "must have at most " + MOST_CHARACTERS + " characters, make several patterns of it");
    }
    Optional<Syntax> syntax = SyntaxReader.read(pattern, !caseSensitive);
    // Before re2 sees it, which would write it out in full.
    if (syntax.isPresent() && syntax.get().size() > MOST_PLACES) {
      throw new InvalidPatternException(
          "repeats too much: written out in full it has more than "
              + MOST_PLACES
              + " characters, lower the counts");
    }
    Pattern re2 = re2(pattern, caseSensitive);
    if (syntax.map(Syntax::isNullable).orElse(false) || re2.matches("")) {
      throw new InvalidPatternException(
          "matches the empty text, which is everywhere: use + for * or require a character");
    }
    if (syntax.map(Syntax::seesWholeText).orElse(false)) {
      throw new InvalidPatternException(
          "asks for the beginning or end of the whole text, which streams do not have: use ^ and $,"
              + " which stand for those of a line");
    }
    return re2;
  }

  private static Pattern re2(String pattern, boolean caseSensitive) throws InvalidPatternException {
    try {
      // Without flags first: re2 quotes them as if they had been written.
      Pattern.compile(pattern);
      int flags = Pattern.MULTILINE | (caseSensitive ? 0 : Pattern.CASE_INSENSITIVE);
      return Pattern.compile(pattern, flags);
    } catch (PatternSyntaxException e) {
      throw new InvalidPatternException(
          "re2 says: " + e.getDescription() + ": `" + e.getPattern() + "`" + hint(pattern));
    }
  }

  private static String hint(String pattern) {
    if (LOOK_AROUND.test(pattern)) {
      return "; it has no look-around, which can take for ever: match what is beside it too";
    }
    if (BACK_REFERENCE.test(pattern)) {
      return "; it has no back-references, which can take for ever: write out what is to repeat";
    }
    return "";
  }
}
