package com.keeptrusts.gateway.policy.pii;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads {@code custom}: entities that a configuration describes itself. */
final class CustomEntities {
  private static final String CUSTOM = "custom";
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_PATTERN = 1000;
  private static final int LONGEST_MATCH = 4096;
  private static final int USUAL_MATCH = 128;

  private final Predicate<String> builtin;
  private final Set<String> names = new HashSet<>();

  /**
   * A reader.
   *
   * @param builtin which names are taken
   */
  CustomEntities(Predicate<String> builtin) {
    this.builtin = builtin;
  }

  /** A detector for each entity that nothing is wrong with. */
  List<Detector> read(PolicyConfig config) {
    List<Detector> detectors = new ArrayList<>();
    for (PolicyConfig entity : config.sections(CUSTOM)) {
      Optional<String> name = name(entity);
      Optional<Pattern> pattern = pattern(entity);
      int longest = entity.number("max_length", 1, LONGEST_MATCH, USUAL_MATCH);
      if (name.isPresent() && pattern.isPresent()) {
        detectors.add(new CustomDetector(name.get(), pattern.get(), longest));
      }
    }
    return detectors;
  }

  private Optional<String> name(PolicyConfig entity) {
    Optional<String> name = entity.text("name");
    if (name.isEmpty()) {
      return name;
    }
    String wrong = wrong(name.get());
    if (!wrong.isEmpty()) {
      entity.wrong("name", wrong);
      return Optional.empty();
    }
    return name;
  }

  private String wrong(String name) {
    if (!isName(name)) {
      return "must be lower-case letters, digits and '_', a letter first, was '" + name + "'";
    }
    if (builtin.test(name)) {
      return "'" + name + "' is the name of a built-in entity, choose another";
    }
    return names.add(name) ? "" : "'" + name + "' is there twice, rename one";
  }

  private static boolean isName(String name) {
    boolean fits = name.length() <= LONGEST_NAME && name.charAt(0) >= 'a' && name.charAt(0) <= 'z';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      fits &= (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    }
    return fits;
  }

  private static Optional<Pattern> pattern(PolicyConfig entity) {
    Optional<String> text = entity.text("pattern");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().length() > LONGEST_PATTERN) {
      entity.wrong("pattern", "has more than " + LONGEST_PATTERN + " characters, shorten it");
      return Optional.empty();
    }
    return compiled(entity, text.get());
  }

  private static Optional<Pattern> compiled(PolicyConfig entity, String text) {
    try {
      Pattern pattern = Pattern.compile(text);
      // Texts of no and of one character, since "\b" is empty only beside a word.
      if (pattern.matcher("").find()
          || matchesNothing(pattern, "a")
          || matchesNothing(pattern, " ")) {
        entity.wrong("pattern", "'" + text + "' matches the empty text, require a character");
        return Optional.empty();
      }
      return Optional.of(pattern);
    } catch (PatternSyntaxException e) {
      entity.wrong(
          "pattern",
          "'" + text + "' is no regular expression of RE2: " + e.getDescription() + fragment(e));
      return Optional.empty();
    }
  }

  private static boolean matchesNothing(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.find() && matcher.end() == matcher.start();
  }

  private static String fragment(PatternSyntaxException e) {
    String pattern = e.getPattern();
    return pattern == null || pattern.isEmpty() ? "" : ", at '" + pattern + "'";
  }
}
