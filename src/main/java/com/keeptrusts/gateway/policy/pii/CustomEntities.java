package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.regex.BoundedPattern;
import com.keeptrusts.gateway.policy.regex.InvalidPatternException;
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
      int longest =
          entity.number("max_length", 1, BoundedPattern.MOST_LENGTH, BoundedPattern.DEFAULT_LENGTH);
      Optional<Detector> detector = pattern(entity, name.orElse(CUSTOM), longest);
      if (name.isPresent()) {
        detector.ifPresent(detectors::add);
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

  private static Optional<Detector> pattern(PolicyConfig entity, String name, int longest) {
    Optional<String> pattern = entity.text("pattern");
    if (pattern.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          BoundedPattern.compile(name, pattern.get(), /* caseSensitive= */ true, longest));
    } catch (InvalidPatternException e) {
      entity.wrong("pattern", e.problem());
      return Optional.empty();
    }
  }
}
