package com.keeptrusts.gateway.policy.content;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.Judge;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.detect.PolicyType;
import com.keeptrusts.gateway.policy.detect.Vocabulary;
import com.keeptrusts.gateway.policy.moderation.ModerationEngine;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code content_filter}: {@code categories} says what to look for, {@code threshold} how bad. */
public final class ContentFilterType implements PolicyType {
  private static final Vocabulary CATEGORIES = new Vocabulary("category", Category.names());
  private static final Vocabulary THRESHOLDS =
      new Vocabulary("threshold", List.of("low", "medium", "high"));
  private static final Vocabulary ENGINES =
      new Vocabulary("engine", List.of("builtin", ModerationEngine.NAME));

  @Override
  public String name() {
    return "content_filter";
  }

  @Override
  public Supplier<Detector> read(PolicyConfig config) {
    List<String> categories = config.names("categories", CATEGORIES);
    String threshold = config.name("threshold", THRESHOLDS, "medium");
    config.name("engine", ENGINES, "builtin");
    int severity = 1 + THRESHOLDS.available().indexOf(threshold);
    return () -> new ContentFilter(BuiltinLexicon.get(), Category.of(categories), severity);
  }

  @Override
  public Optional<Supplier<Judge>> readJudge(PolicyConfig config) {
    if (!config.is("engine", ModerationEngine.NAME)) {
      return Optional.empty();
    }
    List<String> categories = config.names("categories", CATEGORIES);
    String threshold = config.name("threshold", THRESHOLDS, "medium");
    return Optional.of(ModerationEngine.read(config, categories, threshold));
  }
}
