package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a detector finds in a text, as the original has it. */
final class Found {
  private Found() {}

  static Detector detector(String... entities) {
    return new PiiDetectorType()
        .read(new PolicyConfig(Map.of("entities", List.of(entities))))
        .get();
  }

  static List<String> in(String original, Detector detector) {
    NormalText text = NormalText.of(original);
    List<String> found = new ArrayList<>();
    detector.find(
        text,
        (kind, start, end) ->
            found.add(original.substring(text.originalStart(start), text.originalEnd(end))));
    return found;
  }
}
