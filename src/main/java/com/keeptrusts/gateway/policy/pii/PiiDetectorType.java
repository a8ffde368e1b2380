package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.Detectors;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.detect.PolicyType;
import com.keeptrusts.gateway.policy.detect.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code pii_detector}: {@code entities} says what to look for. */
public final class PiiDetectorType implements PolicyType {
  private static final Vocabulary ENTITIES =
      new Vocabulary(
          "entity",
          List.of(CardRecognizer.KIND, SsnRecognizer.KIND),
          List.of("email", "phone", "iban", "ip_address", "secret"));

  @Override
  public String name() {
    return "pii_detector";
  }

  @Override
  public Supplier<Detector> read(PolicyConfig config) {
    List<String> entities = config.names("entities", ENTITIES);
    return () -> detector(entities);
  }

  private static Detector detector(List<String> entities) {
    List<Function<String, NumberRecognizer>> numbers = new ArrayList<>();
    for (String entity : entities) {
      numbers.add(entity.equals(CardRecognizer.KIND) ? CardRecognizer::new : SsnRecognizer::new);
    }
    return Detectors.of(List.of(new NumberDetector(numbers)));
  }
}
