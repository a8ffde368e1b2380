package com.keeptrusts.gateway.policy.regex;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.Detectors;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.detect.PolicyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code regex_filter}: {@code patterns} says what to look for. */
public final class RegexFilterType implements PolicyType {
  private static final String DEFAULT_KIND = "pattern";

  @Override
  public String name() {
    return "regex_filter";
  }

  @Override
  public Supplier<Detector> read(PolicyConfig config) {
    boolean caseSensitive = config.flag("case_sensitive", true);
    List<Detector> patterns = new ArrayList<>();
    config.items(
        "patterns", "patterns", (at, value) -> add(config, at, value, caseSensitive, patterns));
    return () -> Detectors.of(patterns);
  }

  private static void add(
      PolicyConfig config,
      String at,
      @Nullable Object value,
      boolean caseSensitive,
      List<Detector> patterns) {
    if (value instanceof String pattern) {
      compile(config, at, DEFAULT_KIND, pattern, caseSensitive, BoundedPattern.DEFAULT_LENGTH)
          .forEach(patterns::add);
    } else if (value instanceof Map<?, ?> map) {
      PolicyConfig entry = config.section(at, map);
      String kind = entry.kind("name", DEFAULT_KIND);
      Optional<String> pattern = entry.text("pattern");
      int maxLength =
          entry.number("max_length", 1, BoundedPattern.MOST_LENGTH, BoundedPattern.DEFAULT_LENGTH);
      if (pattern.isPresent()) {
        compile(entry, "pattern", kind, pattern.get(), caseSensitive, maxLength)
            .forEach(patterns::add);
      }
    } else {
      config.wrong(at, "must be a pattern or have one as 'pattern', was '" + value + "'");
    }
  }

  private static List<Detector> compile(
      PolicyConfig config,
      String at,
      String kind,
      String pattern,
      boolean caseSensitive,
      int maxLength) {
    try {
      return List.of(BoundedPattern.compile(kind, pattern, caseSensitive, maxLength));
    } catch (InvalidPatternException e) {
      config.wrong(at, e.problem());
      return List.of();
    }
  }
}
