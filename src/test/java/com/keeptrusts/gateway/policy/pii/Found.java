package com.keeptrusts.gateway.policy.pii;

import com.keeptrusts.gateway.policy.detect.Detector;
import com.keeptrusts.gateway.policy.detect.Matches;
import com.keeptrusts.gateway.policy.detect.PolicyConfig;
import com.keeptrusts.gateway.policy.text.NormalText;
import java.util.BitSet;
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

  /** How many there are when those that overlap are one, as a redaction makes them. */
  static int count(String original, Detector detector) {
    NormalText text = NormalText.of(original);
    BitSet covered = new BitSet();
    detector.find(text, (kind, start, end) -> covered.set(2 * start, 2 * end - 1));
    int count = 0;
    for (int at = covered.nextSetBit(0);
        at >= 0;
        at = covered.nextSetBit(covered.nextClearBit(at))) {
      count++;
    }
    return count;
  }

  static List<String> in(String original, Detector detector) {
    return Matches.found(detector, original);
  }
}
