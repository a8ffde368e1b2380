package com.keeptrusts.gateway.policy.injection;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.Detectors;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.detect.PolicyType;
import com.keeptrusts.gateway.policy.detect.Vocabulary;
import java.util.List;
import java.util.function.Supplier;

/** {@code prompt_injection}: {@code threshold} says how outright an attempt must be. */
public final class PromptInjectionType implements PolicyType {
  private static final Vocabulary THRESHOLDS =
      new Vocabulary("threshold", List.of("low", "medium", "high"));

  @Override
  public String name() {
    return "prompt_injection";
  }

  @Override
  public Supplier<Detector> read(PolicyConfig config) {
    int severity =
        1 + THRESHOLDS.available().indexOf(config.name("threshold", THRESHOLDS, "medium"));
    return () ->
        Detectors.of(
            List.of(
                new PhraseDetector(Builtin.LEXICON, severity),
                new DelimiterDetector(severity),
                new LinkDetector(),
                new InvisibleTextDetector(severity)));
  }

  /** Read when it is first needed. */
  private static final class Builtin {
    static final Lexicon LEXICON = LexiconReader.builtin();
  }
}
