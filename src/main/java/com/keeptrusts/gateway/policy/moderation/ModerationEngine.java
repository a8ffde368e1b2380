package com.keeptrusts.gateway.policy.moderation;

import com.keeptrusts.gateway.policy.detect.Judge;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The engine {@code openai_moderation} of content filters. */
public final class ModerationEngine {
  /** As the configuration names it. */
  public static final String NAME = "openai_moderation";

  private static final String USUAL_MODEL = "omni-moderation-latest";
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration USUAL_CACHE = Duration.ofMinutes(10);
  private static final Duration LONGEST_CACHE = Duration.ofHours(24);

  private ModerationEngine() {}

  /**
   * Reads what only this engine has.
   *
   * @param threshold {@code low}, {@code medium} or {@code high}
   */
  public static Supplier<Judge> read(
      PolicyConfig config, List<String> categories, String threshold) {
    Optional<String> target = config.text("target");
    String model = config.has("model") ? config.text("model").orElse("") : USUAL_MODEL;
    Duration timeout =
        config.duration("timeout", Duration.ofMillis(1), LONGEST_TIMEOUT, USUAL_TIMEOUT);
    Duration cache = config.duration("cache", Duration.ZERO, LONGEST_CACHE, USUAL_CACHE);
    Threshold reached = Threshold.valueOf(threshold.toUpperCase(Locale.ROOT));
    return () ->
        new ModerationJudge(
            new ModerationSettings(target.orElse(""), model, timeout, cache, categories, reached));
  }
}
